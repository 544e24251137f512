import { planContext } from "@wayfinder/pipeline";
import type { Difference, Finding, Goal, Patch, Repair, Roadmap } from "@wayfinder/protocol";
import { applyPatch, diffRoadmaps } from "@wayfinder/roadmap";

/** What a patch would make of a roadmap. */
export interface TriedPatch {
  readonly next: Roadmap;
  readonly inverse: Patch;
  readonly differences: readonly Difference[];
  readonly repairs: readonly Repair[];
  /** Why it cannot be had, in the roadmap's language; empty if it can. */
  readonly objections: readonly Finding[];
  /** It breaks nothing, but nothing of it is left either. */
  readonly no_effect: boolean;
}

/** Tries a patch on a roadmap: it is refused if a rule would be broken, or if the roadmap would stay as it is (PR8). */
export function triedPatch(roadmap: Roadmap, patch: Patch, goal: Goal): TriedPatch {
  const { roadmap: next, inverse, repairs, refusals, findings } = applyPatch(roadmap, patch, planContext(goal));
  const differences = findings.length > 0 ? [] : diffRoadmaps(roadmap, next);
  const no_effect = findings.length === 0 && differences.length === 0;
  return { next, inverse, differences, repairs, objections: no_effect ? whyNothing(roadmap, refusals) : findings, no_effect };
}

/** What has undone a patch, or that it changes nothing by itself. */
function whyNothing({ language }: Roadmap, refusals: readonly Finding[]): readonly Finding[] {
  if (refusals.length > 0) return refusals;
  const message = language === "zh" ? "路线图已经是这样了。" : "The roadmap is like this already.";
  return [{ rule: "PR8", message, ids: [] }];
}
