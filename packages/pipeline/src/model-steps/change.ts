import type { Json, StepRequest } from "@wayfinder/engine";
import type { Patch } from "@wayfinder/protocol";
import { StepRefusal } from "@wayfinder/engine";
import { defineStep } from "../define-step.ts";
import { noChange, roadmapGone } from "../failure-words.ts";
import type { ModelKit } from "../model/kit.ts";
import { completed, failedTask, started } from "../progress.ts";
import { editedRoadmap } from "./edited-roadmap.ts";

interface ChangeInput {
  readonly change_id: string;
  readonly request: string;
}

interface Output {
  readonly roadmap_id: string;
  readonly operations: number;
  readonly patch: Patch;
}

/** The step that turns a request in words into a proposed change of a finished roadmap. */
export const changeStep = (input: ChangeInput): StepRequest => ({
  path: `change/${input.change_id}`,
  name: "roadmap_edit",
  input: input as unknown as Json,
});

/** Proposes a patch for what a person asked for; nothing is applied before they say so (PR8). */
export const change = (kit: ModelKit) =>
  defineStep<ChangeInput, Output>({
    begin: () => [started("roadmap_edit")],
    async run({ change_id, request }, goal, context) {
      const roadmap = await context.roadmap();
      if (!roadmap) throw new StepRefusal(roadmapGone(goal.language));
      const { patch, summary } = await editedRoadmap(context, kit, { goal, roadmap, findings: [], wishes: [request] });
      if (patch.length === 0) throw new StepRefusal(noChange(goal.language, summary));
      return {
        output: { roadmap_id: roadmap.roadmap_id, operations: patch.length, patch },
        writes: [{ kind: "change", change_id, request, base_version: roadmap.version, patch, summary }],
      };
    },
    tell: ({ roadmap_id, operations }) => ({
      events: [completed("roadmap_edit", { operations })],
      next: [],
      settled: ({ failed_units }) => [{ type: "completed", final: true, roadmap_id, failed_units: [...failed_units] }],
    }),
    giveUp: (message) => ({ events: failedTask("roadmap_edit", message), next: [], writes: [] }),
  });
