import type { Hours, Plan, Verdict } from "@wayfinder/protocol";
import { cutOrder } from "./cut.ts";
import { addDays, daysBetween } from "./day.ts";
import { QUARTERS_PER_HOUR, paceOf, quartersOf } from "./pace.ts";
import { daysOf, packWeeks, sumHours } from "./weeks.ts";

/** A concept to be laid out. `requires` are its hard prerequisites within the list; `value` is what is lost without it (any positive scale). */
export interface ScheduleConcept {
  readonly concept_id: string;
  readonly hours: Hours;
  readonly requires: readonly string[];
  readonly optional: boolean;
  readonly value: number;
}

/** Concepts in a topological study order, the hours a person gives a week (from 1), the first day and the last one that counts. */
export interface ScheduleInput {
  readonly concepts: readonly ScheduleConcept[];
  readonly hours_per_week: number;
  readonly starts_on: string;
  readonly deadline?: string;
}

/** A plan with less than a tenth of its days to spare is tight. */
const TIGHT_SHARE = 10;

/** Days from the first to the last day that counts, both included; without a deadline as many as there are. */
export const daysAvailable = (starts_on: string, deadline?: string): number =>
  deadline === undefined ? Infinity : daysBetween(starts_on, deadline) + 1;

/** The verdict on a plan that takes `days` of the days available. */
export function verdictOn(days: number, available: number): Verdict {
  if (days > available) return "does_not_fit";
  if (available === Infinity) return "fits";
  return (available - days) * TIGHT_SHARE < available ? "tight" : "fits";
}

/** How many concepts of the cut order must go so that the rest is finished in the days available: all of them if that is not enough. */
function cutsNeeded(
  quarters: readonly number[],
  order: readonly number[],
  { budget, available }: { budget: number; available: number },
): number {
  if (available === Infinity) return 0;
  const learnable = Math.floor((Math.max(0, available) * budget) / 7);
  const gone = new Set<number>();
  let work = quarters.reduce((sum, each) => sum + each, 0);
  for (const at of order) {
    if (work <= learnable) {
      const kept = quarters.filter((_, place) => !gone.has(place));
      if (paceOf(kept, budget, available).days <= available) return gone.size;
    }
    gone.add(at);
    work -= quarters[at] as number;
  }
  return gone.size;
}

/**
 * Lays concepts into weeks (PR4): items in quarter hours, 15 % of a week kept for reviews, what reviews do not need given to learning.
 *
 * Hours beyond the last whole quarter of a week go to learning too, in items of three minutes' grain. `finishes_on` is the day on which the last
 * concept is learned, at an even pace within the last week; reviews of that week may follow until its end or the deadline. With a deadline, optional concepts are cut until the rest fits; `does_not_fit` when
 * not even the core does: then `cut` holds all that could be cut and the weeks hold the core. Throws RangeError under one hour a week.
 */
export function schedulePlan(input: ScheduleInput): Plan {
  const { concepts, hours_per_week, starts_on, deadline } = input;
  if (!(hours_per_week >= 1)) throw new RangeError(`hours_per_week must be at least 1, not ${hours_per_week}`);
  const quarters = concepts.map((concept) => quartersOf(concept.hours.likely));
  const order = deadline === undefined ? [] : cutOrder(concepts);
  const available = daysAvailable(starts_on, deadline);
  const budget = Math.floor(hours_per_week * QUARTERS_PER_HOUR);
  const gone = new Set(order.slice(0, cutsNeeded(quarters, order, { budget, available })));
  const kept = concepts.map((_, at) => at).filter((at) => !gone.has(at));
  const work = kept.map((at) => ({ concept_id: (concepts[at] as ScheduleConcept).concept_id, quarters: quarters[at] as number }));
  const weeks = packWeeks(work, { hours_per_week, starts_on, available });
  const days = daysOf({ hours_per_week, weeks });
  const verdict = verdictOn(days, available);
  const finishes_on = days > 0 ? addDays(starts_on, days - 1) : undefined;
  return {
    hours_per_week,
    weeks,
    total_hours: sumHours(weeks),
    ...(finishes_on !== undefined && { finishes_on }),
    verdict,
    ...(gone.size > 0 && { cut: concepts.filter((_, at) => gone.has(at)).map((concept) => concept.concept_id) }),
    ...(verdict === "does_not_fit" && finishes_on !== undefined && { earliest_finish: finishes_on }),
  };
}
