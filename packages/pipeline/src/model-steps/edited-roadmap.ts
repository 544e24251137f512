import type { StepContext } from "@wayfinder/engine";
import type { Goal, Patch, Roadmap } from "@wayfinder/protocol";
import { applyPatch } from "@wayfinder/roadmap";
import { askForObject } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { patchOfEdits } from "../outline/patch-of-edits.ts";
import { planContext } from "../outline/sound-draft.ts";
import { roadmapEditPrompt, type EditAnswer } from "../prompts/roadmap-edit.ts";

export interface EditWish {
  readonly roadmap: Roadmap;
  readonly findings: readonly string[];
  readonly wishes: readonly string[];
}

export interface Edited {
  readonly patch: Patch;
  readonly summary: string;
  /** The next version, sound; the old one where nothing was to be changed. */
  readonly roadmap: Roadmap;
}

/** Asks the editor for a patch and applies it; a patch that would break the roadmap is sent back with what is wrong (PR8). */
export async function editedRoadmap(
  context: StepContext,
  kit: ModelKit,
  { goal, ...wish }: EditWish & { readonly goal: Goal },
): Promise<Edited> {
  const { roadmap } = wish;
  const answer = await askForObject(context, kit, {
    prompt: roadmapEditPrompt.pinned(goal),
    data: { goal, ...wish },
    key: "edit",
    objection: (edits) => editObjection(edits, { goal, roadmap }),
  });
  const patch = patchOfEdits(answer.operations, roadmap);
  const applied = patch.length === 0 ? { roadmap } : applyPatch(roadmap, patch, planContext(goal));
  return { patch, summary: answer.summary?.trim() ?? "", roadmap: applied.roadmap };
}

/** Why edits cannot be applied, in words for the model; null if what comes of them is sound. */
export function editObjection(
  { operations }: EditAnswer,
  { goal, roadmap }: Pick<EditWish, "roadmap"> & { readonly goal: Goal },
) {
  const { findings } = applyPatch(roadmap, patchOfEdits(operations, roadmap), planContext(goal));
  return findings.length === 0
    ? null
    : `These edits would break the roadmap: ${findings.map((finding) => finding.message).join(" ")}`;
}
