import type { StepContext } from "@wayfinder/engine";
import type { Goal, Patch, Repair, Roadmap } from "@wayfinder/protocol";
import { applyPatch, conceptsOf, diffRoadmaps, modulesOf } from "@wayfinder/roadmap";
import { askForObject, type Objection } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { knownSkills } from "../outline/known-skills.ts";
import { patchOfEdits } from "../outline/patch-of-edits.ts";
import { planContext } from "../outline/sound-draft.ts";
import { roadmapEditPrompt, type EditAnswer } from "../prompts/roadmap-edit.ts";

/** Problems that are told to a model that is to try again. */
const TOLD_PROBLEMS = 6;

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
  /** What code mended of the edits (PR7). */
  readonly repairs: readonly Repair[];
}

type Base = Pick<EditWish, "roadmap"> & { readonly goal: Goal };

/**
 * Asks the editor for a patch and applies it; a patch that would break the roadmap is sent back with what is wrong (PR8). Edits that
 * come to nothing are no patch.
 */
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
  const summary = answer.summary?.trim() ?? "";
  const { patch } = patchOfEdits(answer.operations, roadmap, knownSkills(goal));
  const applied = applyPatch(roadmap, patch, planContext(goal));
  const isChange = diffRoadmaps(roadmap, applied.roadmap).some(({ target }) => target !== "plan");
  return isChange
    ? { patch, summary, roadmap: applied.roadmap, repairs: applied.repairs }
    : { patch: [], summary: patch.length === 0 ? summary : "", roadmap, repairs: [] };
}

/** Why edits cannot be applied, in words for the model; null if what comes of them is sound and all that was meant. */
export function editObjection({ operations }: EditAnswer, { goal, roadmap }: Base): Objection | null {
  const isKnown = knownSkills(goal);
  const { patch, problems, hints } = patchOfEdits(operations, roadmap, isKnown);
  if (problems.length > 0) {
    const told = `These edits cannot be applied: ${problems.slice(0, TOLD_PROBLEMS).join(" ")}`;
    return { problem: [told, ...hints].join(" "), told };
  }
  const { roadmap: next, findings } = applyPatch(roadmap, patch, planContext(goal));
  if (findings.length > 0) return `These edits would break the roadmap: ${findings.map((finding) => finding.message).join(" ")}`;
  const bare = emptied(patch, next);
  if (bare.length > 0) return `${bare.join(", ")} would be empty: add its concepts too, each by an edit of its own.`;
  const names = new Map(conceptsOf(roadmap).map(({ concept_id, name }) => [concept_id, name]));
  // what stands there already may be a person's own edit, and that is their will
  const known = conceptsOf(next).filter(({ concept_id, name }) => isKnown(name) && names.get(concept_id) !== name);
  return known.length === 0
    ? null
    : `The learner knows this already, leave it out: ${known.map(({ name }) => `“${name}”`).join(", ")}.`;
}

/** The names of added stages and modules of which repair has left nothing. */
function emptied(patch: Patch, { stages }: Roadmap): string[] {
  const kept = new Set([
    ...stages.map(({ stage_id }) => `stage ${stage_id}`),
    ...modulesOf({ stages }).map(({ module_id }) => `module ${module_id}`),
  ]);
  return patch.flatMap((each) => {
    if (each.op !== "add" || each.kind === "concept") return [];
    const id = each.kind === "stage" ? each.node.stage_id : each.node.module_id;
    return kept.has(`${each.kind} ${id}`) ? [] : [`The added ${each.kind} “${each.node.name}”`];
  });
}
