import { planDraft, type Catalogue } from "@wayfinder/catalogue";
import { StepRefusal, type StepRequest } from "@wayfinder/engine";
import type { EventBody, Finding, Intent, Repair } from "@wayfinder/protocol";
import { assembleRoadmap, lintRoadmap, repairDraft, type Draft } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { structureUnsound } from "../failure-words.ts";
import { completed, failedTask, started } from "../progress.ts";
import { reviewRequest } from "../review-request.ts";
import { contentOfAll, contentStep, type ContentInput } from "./content-generation.ts";

interface Validated {
  readonly version: number;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
  readonly content: ContentInput;
  readonly weeks: number;
}

const FIRST_VERSION = 1;

/** The gate: repaired, laid out in weeks, linted. Nothing that fails the linter is ever saved (PR2). */
export const structureValidation = (catalogue: Catalogue) =>
  defineStep<{ draft: Draft; intent: Intent }, Validated>({
    begin: () => [started("structure_validation")],
    run({ draft, intent }, goal, { step }) {
      const repaired = repairDraft(draft);
      const plan = planDraft(catalogue, goal, repaired.draft);
      const roadmap = assembleRoadmap({ draft: repaired.draft, plan, roadmap_id: step.task.roadmap_id, version: FIRST_VERSION });
      const known = intent.known.map((k) => k.id);
      const findings = lintRoadmap(roadmap, {
        starts_on: goal.starts_on,
        known,
        ...(goal.deadline ? { deadline: goal.deadline } : {}),
      });
      if (findings.length > 0)
        throw new StepRefusal(
          structureUnsound(
            goal.language,
            findings.map(({ message }) => message),
          ),
        );
      const output = {
        version: FIRST_VERSION,
        repairs: repaired.repairs,
        findings,
        content: contentOfAll(roadmap),
        weeks: plan.weeks.length,
      };
      return { output, writes: [{ kind: "roadmap", roadmap }] };
    },
    tell({ version, repairs, findings, content, weeks }, { draft }, step) {
      const { roadmap_id, goal } = step.task;
      const result: EventBody = {
        type: "validation_result",
        roadmap_id,
        version,
        ok: true,
        repairs: [...repairs],
        findings: [...findings],
      };
      const events = [result, completed("structure_validation", { repairs: repairs.length, weeks })];
      if (!goal.review) return { events, next: [contentStep(content)] };
      return { events, next: [REVIEW], asked: reviewRequest({ ...draft, version }) };
    },
    giveUp: (message) => ({ events: failedTask("structure_validation", message), next: [], writes: [] }),
  });

/** A step no worker takes: it waits for a person, for days if need be, and costs nothing meanwhile. */
const REVIEW: StepRequest = { path: "human_review", name: "human_review", input: null, waits: true };
