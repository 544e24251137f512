import type { Json, Telling } from "@wayfinder/engine";
import type { EventBody, Intent, Repair, Roadmap } from "@wayfinder/protocol";
import { diffRoadmaps } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import type { ModelKit } from "../model/kit.ts";
import { outlineOf } from "../outline/outline-events.ts";
import { completed, progressFailed, started } from "../progress.ts";
import { editedRoadmap } from "./edited-roadmap.ts";
import { newestOf } from "./newest-of.ts";
import { proceed, type EditedInput } from "./structure-validation.ts";

/** An edit on the way to the content: for a critic's findings, or for what a person said at the review. */
interface EditInput {
  readonly roadmap: Roadmap;
  readonly intent: Intent;
  readonly round: number;
  readonly automatic: number;
  readonly before: number | null;
  readonly findings: readonly string[];
  readonly wishes: readonly string[];
}

interface Output {
  readonly roadmap: Roadmap;
  readonly changes: readonly string[];
  readonly repairs: readonly Repair[];
  /** What the editor says of it; journals of old have none. */
  readonly summary?: string;
}

/** Changes are told line by line; a person reads no more. */
const MOST_CHANGES = 60;

/** The editor's patch, applied by code; then the structure is looked at again. */
export const roadmapEdit = (kit: ModelKit) =>
  defineStep<EditInput, Output>({
    begin: () => [started("roadmap_edit")],
    async run({ findings, wishes, ...input }, goal, context) {
      const roadmap = await newestOf(input.roadmap, context);
      const edited = await editedRoadmap(context, kit, { goal, roadmap, findings, wishes });
      const changes = diffRoadmaps(input.roadmap, edited.roadmap).map((difference) => difference.message);
      const { repairs, summary } = edited;
      const output: Output = { roadmap: edited.roadmap, changes: changes.slice(0, MOST_CHANGES), repairs, summary };
      return { output, writes: edited.roadmap === roadmap ? [] : [{ kind: "roadmap", roadmap: edited.roadmap }] };
    },
    tell({ roadmap, changes, repairs, summary }, input) {
      const { roadmap_id, version } = roadmap;
      const edited: EventBody = {
        type: "roadmap_edited",
        roadmap_id,
        version,
        changes: [...changes],
        outline: outlineOf(roadmap),
      };
      const { intent, automatic, before } = input;
      const round = input.round + 1;
      const next: EditedInput = { roadmap, intent, round, automatic, before, repairs };
      return {
        events: [...(changes.length > 0 ? [edited] : []), completed("roadmap_edit", { changes: changes.length }, summary)],
        next: [{ path: `structure_validation/${round}`, name: "structure_validation", input: next as unknown as Json }],
      };
    },
    giveUp: (message, input, step) => ({ ...goOnUnedited(message, input, step.task.goal), writes: [] }),
  });

/** An edit that could not be made leaves the structure as it is: it is sound, and the person hears why it is not better. */
function goOnUnedited(
  message: string,
  { roadmap, intent, round }: EditInput,
  goal: Parameters<typeof proceed>[1]["goal"],
): Telling {
  const after = proceed(roadmap, { goal, intent, round: round + 1 });
  return { ...after, events: [progressFailed("roadmap_edit", message), ...after.events] };
}
