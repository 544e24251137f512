import type { Goal, Intent, Plan } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import type { Catalogue } from "../catalogue.ts";
import type { Coverage } from "../match/match-goal.ts";
import { analyseGoal, type CatalogueRefusal } from "./analyse-goal.ts";
import { designCurriculum } from "./design-curriculum.ts";
import { planDraft } from "./plan-draft.ts";

/** Everything the catalogue makes of a goal, or why it makes nothing. */
export type CatalogueResult =
  | {
      readonly ok: true;
      readonly intent: Intent;
      readonly draft: Draft;
      readonly plan: Plan;
      readonly targets: readonly string[];
      readonly coverage: Coverage;
    }
  | CatalogueRefusal;

/** From a goal to a plan in one call (CT3); the pipeline takes the same three steps one by one. */
export function planRoadmap(catalogue: Catalogue, goal: Goal): CatalogueResult {
  const analysis = analyseGoal(catalogue, goal);
  if (!analysis.ok) return analysis;
  const draft = designCurriculum(catalogue, goal, analysis.intent);
  return { ...analysis, draft, plan: planDraft(catalogue, goal, draft) };
}
