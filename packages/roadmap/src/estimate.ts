import type { Hours } from "@wayfinder/protocol";
import { addDays } from "./day.ts";
import { quartersOf } from "./pace.ts";
import { schedulePlan, type ScheduleInput } from "./schedule.ts";
import { daysOf, packWeeks, sumHours } from "./weeks.ts";

/** How long it takes: weeks begun, hours with reviews, and the last day. */
export interface Estimated {
  readonly weeks: number;
  readonly hours: number;
  readonly finishes_on: string;
}

const HOURS_KEYS = ["low", "likely", "high"] as const satisfies readonly (keyof Hours)[];

/** Weeks, hours and last day at low, likely and high hours, for the concepts that the plan of the same input keeps; low ≤ likely ≤ high in each. */
export function estimateWeeks(input: ScheduleInput): Record<keyof Hours, Estimated> {
  const cut = new Set(schedulePlan(input).cut);
  const kept = input.concepts.filter((concept) => !cut.has(concept.concept_id));
  let least = { days: 0, hours: 0 };
  const estimates = HOURS_KEYS.map((key): [keyof Hours, Estimated] => {
    const work = kept.map((concept) => ({ concept_id: concept.concept_id, quarters: quartersOf(concept.hours[key]) }));
    const weeks = packWeeks(work, { ...input, available: Infinity });
    // Longer concepts shift reviews and can push one out of the last week; more work must still never look shorter.
    least = { days: Math.max(least.days, daysOf({ ...input, weeks })), hours: Math.max(least.hours, sumHours(weeks)) };
    const finishes_on = addDays(input.starts_on, Math.max(0, least.days - 1));
    return [key, { weeks: Math.ceil(least.days / 7), hours: least.hours, finishes_on }];
  });
  return Object.fromEntries(estimates) as Record<keyof Hours, Estimated>;
}
