import { StepRefusal, type Json, type StepRequest, type Telling } from "@wayfinder/engine";
import type { Critique, EventBody, Finding, Goal, Intent, Repair, Roadmap } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { structureUnsound } from "../failure-words.ts";
import type { ModelKit } from "../model/kit.ts";
import { outlineOf } from "../outline/outline-events.ts";
import { passGate } from "../outline/sound-draft.ts";
import { completed, failedTask, started } from "../progress.ts";
import { reviewRequest } from "../review-request.ts";
import { contentBegun, contentUnits } from "./content-units.ts";
import { critique } from "./critique.ts";
import { newestOf } from "./newest-of.ts";

/** Automatic rounds of editing after a critic's findings (ROADMAP, "Pipeline"). */
const MOST_ROUNDS = 3;

interface FirstInput {
  readonly draft: Draft;
  readonly repairs: readonly Repair[];
  readonly optional: readonly string[];
  readonly intent: Intent;
}

/** A structure to be looked at: as it was designed, or as an edit left it. */
type Input = FirstInput | EditedInput;

/** What an edit hands on to the next look. */
export interface EditedInput {
  readonly roadmap: Roadmap;
  readonly intent: Intent;
  /** Looks so far; also the roadmap's version. */
  readonly round: number;
  /** Edits that a critic asked for, as opposed to a person. */
  readonly automatic: number;
  /** Serious findings of the look before; fewer, or the editing stops. */
  readonly before: number | null;
  /** What code mended of the edit (PR7). Absent in journals of before it was handed on. */
  readonly repairs?: readonly Repair[];
}

interface Validated {
  readonly roadmap: Roadmap;
  readonly round: number;
  readonly automatic: number;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
  readonly critique: Critique;
  readonly serious: number;
  /** Whether another round of editing follows. */
  readonly edit: boolean;
  /** Whether the outline differs from what was told before. */
  readonly changed: boolean;
}

/** The gate, then the critic; then an edit, the person, or the content. */
export const structureValidation = (kit: ModelKit) =>
  defineStep<Input, Validated>({
    begin: () => [started("structure_validation")],
    async run(input, goal, context) {
      const { roadmap_id } = context.step.task;
      const gate =
        "draft" in input
          ? firstGate(input, goal, roadmap_id)
          : { roadmap: await newestOf(input.roadmap, context), repairs: input.repairs ?? [], findings: [] };
      if (gate.findings.length > 0)
        throw new StepRefusal(
          structureUnsound(
            goal.language,
            gate.findings.map(({ message }) => message),
          ),
        );
      const { roadmap } = gate;
      const judged = await critique(context, kit, { goal, intent: input.intent, roadmap });
      const { round, automatic, before } = "draft" in input ? { round: 1, automatic: 0, before: null } : input;
      const edit = judged.serious > 0 && automatic < MOST_ROUNDS && (before === null || judged.serious < before);
      const told = "draft" in input ? input.draft : input.roadmap;
      const changed = JSON.stringify(outlineOf(told)) !== JSON.stringify(outlineOf(roadmap));
      const output: Validated = { ...gate, ...judged, round, automatic, edit, changed };
      return { output, writes: "draft" in input ? [{ kind: "roadmap", roadmap }] : [] };
    },
    tell(output, { intent }, { task }) {
      const { roadmap, repairs, findings, changed } = output;
      const result: EventBody = {
        type: "validation_result",
        roadmap_id: roadmap.roadmap_id,
        version: roadmap.version,
        ok: true,
        repairs: [...repairs],
        findings: [...findings],
        critique: output.critique,
        ...(changed ? { outline: outlineOf(roadmap) } : {}),
      };
      const done = completed("structure_validation", { repairs: repairs.length, weeks: roadmap.plan.weeks.length });
      const after = output.edit
        ? { events: [], next: [editStep(output, intent)] }
        : proceed(roadmap, { goal: task.goal, intent, round: output.round });
      return { ...after, events: [result, done, ...after.events] };
    },
    giveUp: (message) => ({ events: failedTask("structure_validation", message), next: [], writes: [] }),
  });

function firstGate({ draft, repairs, optional }: FirstInput, goal: Goal, roadmap_id: string) {
  const gate = passGate({ draft, goal, optional, roadmap_id, version: 1 });
  return { ...gate, repairs: toldRepairs([...repairs, ...gate.repairs], goal) };
}

/** More than anybody reads; the rest is counted, so that an event stays small whatever a model wrote. */
const MOST_REPAIRS = 300;

function toldRepairs(repairs: readonly Repair[], { language }: Goal): readonly Repair[] {
  const more = repairs.length - MOST_REPAIRS;
  if (more <= 0) return repairs;
  const message = language === "zh" ? `另外还修正了 ${more} 处。` : `${more} more faults were mended.`;
  return [...repairs.slice(0, MOST_REPAIRS), { rule: "PR7", action: "more_repairs", message, ids: [] }];
}

function editStep({ roadmap, critique: { findings }, serious, round, automatic }: Validated, intent: Intent): StepRequest {
  const input = {
    roadmap,
    intent,
    round,
    automatic: automatic + 1,
    before: serious,
    findings: findings.map(({ rule, message, ids }) => `${rule}${ids.length > 0 ? ` (${ids.join(", ")})` : ""}: ${message}`),
    wishes: [],
  };
  return { path: `roadmap_edit/${round}`, name: "roadmap_edit", input: input as unknown as Json };
}

/** After the last look: the person decides if they asked to, else the content is written. */
export function proceed(roadmap: Roadmap, { goal, intent, round }: { goal: Goal; intent: Intent; round: number }): Telling {
  if (!goal.review) return { events: [contentBegun()], next: contentUnits(roadmap) };
  return {
    events: [],
    asked: reviewRequest(roadmap),
    next: [{ path: `human_review/${round}`, name: "human_review", input: { intent, round } as unknown as Json, waits: true }],
  };
}
