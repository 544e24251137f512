import type { Estimate, Goal, Hours } from "@wayfinder/protocol";
import { conceptsOf, type Estimated, estimateWeeks } from "@wayfinder/roadmap";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueRefusal } from "./analyse-goal.ts";
import { personalHours } from "./personal-hours.ts";
import { scheduleInput } from "./plan-draft.ts";
import { planRoadmap } from "./plan-roadmap.ts";

/** Whether and when a goal fits, before anything is generated. */
export function estimatePlan(
  catalogue: Catalogue,
  goal: Goal,
): { readonly ok: true; readonly estimate: Estimate } | CatalogueRefusal {
  const result = planRoadmap(catalogue, goal);
  if (!result.ok) return result;
  const { draft, intent, coverage, plan } = result;
  const { weeks: _, ...outline } = plan;
  const concepts = conceptsOf(draft);
  const nameOf = (id: string) => concepts.find((c) => c.concept_id === id)?.name ?? id;
  const sizes = estimateWeeks(scheduleInput(catalogue, goal, draft));
  const of = (pick: (size: Estimated) => number): Hours => ({
    low: pick(sizes.low),
    likely: pick(sizes.likely),
    high: pick(sizes.high),
  });
  const knownHours = intent.known.map(({ id }) => catalogue.concepts.get(id)?.hours).filter((h) => h !== undefined);
  const estimate: Estimate = {
    title: draft.title,
    concepts: concepts.length,
    stages: draft.stages.length,
    known: intent.known,
    known_hours: knownHours.reduce((sum, h) => sum + personalHours(h, goal.level).likely, 0),
    hours: of((size) => size.hours),
    weeks: of((size) => size.weeks),
    finishes_on: { low: sizes.low.finishes_on, likely: sizes.likely.finishes_on, high: sizes.high.finishes_on },
    plan: outline,
    cut: (plan.cut ?? []).map((id) => ({ id, title: nameOf(id) })),
    coverage,
  };
  return { ok: true, estimate };
}
