import type { Plan } from "@wayfinder/protocol";
import { conceptsOf, hardOf, type Draft } from "./draft.ts";
import type { PlanContext } from "./plan-context.ts";
import { schedulePlan } from "./schedule.ts";

/** What a plan is made from besides the structure: the hours, and which concepts may be cut with the value of each (any positive scale). */
export interface PlanRequest extends PlanContext {
  readonly hours_per_week: number;
  readonly optional?: ReadonlyMap<string, number>;
}

/** Schedules a sound structure in its own order; what is known is in no week. */
export function planDraft(draft: Draft, { hours_per_week, starts_on, deadline, known, optional }: PlanRequest): Plan {
  const learned = new Set(known);
  const concepts = conceptsOf(draft)
    .filter((concept) => !learned.has(concept.concept_id))
    .map((concept) => ({
      concept_id: concept.concept_id,
      hours: concept.hours,
      requires: hardOf(concept),
      optional: optional?.has(concept.concept_id) ?? false,
      value: optional?.get(concept.concept_id) ?? 1,
    }));
  return schedulePlan({ concepts, hours_per_week, starts_on, deadline });
}
