import type { Hours } from "@wayfinder/protocol";
import { addDays } from "./day.ts";
import { schedulePlan, type ScheduleInput } from "./schedule.ts";
import { daysOf, packWeeks, sumHours } from "./weeks.ts";
import { quartersOf } from "./pace.ts";

/** How long it takes: whole weeks begun, hours with reviews, and the last day. */
export interface Estimated {
  readonly weeks: number;
  readonly hours: number;
  readonly finishes_on: string;
}

const HOURS_KEYS = ["low", "likely", "high"] as const satisfies readonly (keyof Hours)[];

/** Weeks, hours and last day at low, likely and high hours, for the concepts that the plan of the same input keeps; low ≤ likely ≤ high in each. */
export function estimateWeeks(input: ScheduleInput): { low: Estimated; likely: Estimated; high: Estimated } {
  const cut = new Set(schedulePlan(input).cut);
  const kept = input.concepts.filter((concept) => !cut.has(concept.concept_id));
  let least: Estimated = { weeks: 0, hours: 0, finishes_on: input.starts_on };
  const [low, likely, high] = HOURS_KEYS.map((key) => {
    const work = kept.map((concept) => ({ concept_id: concept.concept_id, quarters: quartersOf(concept.hours[key]) }));
    const weeks = packWeeks(work, { ...input, available: Infinity });
    const days = daysOf({ ...input, weeks });
    const hours = sumHours(weeks);
    const finishes_on = addDays(input.starts_on, Math.max(0, days - 1));
    // Reviews fall differently at each size; a longer concept must still never look shorter.
    least = {
      weeks: Math.max(least.weeks, weeks.length),
      hours: Math.max(least.hours, hours),
      finishes_on: finishes_on > least.finishes_on ? finishes_on : least.finishes_on,
    };
    return least;
  });
  return { low: low as Estimated, likely: likely as Estimated, high: high as Estimated };
}
