import type { PlanItem, Week } from "@wayfinder/protocol";
import { addDays } from "./day.ts";
import { QUARTERS_PER_HOUR, paceOf } from "./pace.ts";

/** A concept with its work in quarter hours. */
export interface Work {
  readonly concept_id: string;
  readonly quarters: number;
}

/** Three minutes: the grain in which hours beyond the last whole quarter of a week are used; a whole-quarter budget never shows it. */
const UNITS_PER_HOUR = 20;
const UNITS_PER_QUARTER = UNITS_PER_HOUR / QUARTERS_PER_HOUR;

/** The hours of a week that are planned: whole units, never more than were given. The guard keeps 1.15 h from becoming 22.999… units. */
const capacityOf = (hours_per_week: number): number => Math.floor(hours_per_week * UNITS_PER_HOUR + 1e-6);

/** Days to the end of a plan of so many weeks whose last one holds `last_hours`, at an even pace within that week. */
export const daysOf = (plan: { hours_per_week: number; weeks: number; last_hours: number }): number =>
  (plan.weeks - 1) * 7 + Math.ceil((7 * Math.round(plan.last_hours * UNITS_PER_HOUR)) / capacityOf(plan.hours_per_week));

/** The sum of hours, exact to the unit. */
export const sumHours = (parts: readonly { readonly hours: number }[]): number =>
  parts.reduce((sum, part) => sum + Math.round(part.hours * UNITS_PER_HOUR), 0) / UNITS_PER_HOUR;

/** Takes learning off a list of work, first concept first. */
class Learning {
  readonly #work: readonly Work[];
  #at = 0;
  #left: number;
  total: number;

  constructor(work: readonly Work[]) {
    this.#work = work;
    this.#left = (work[0]?.quarters ?? 0) * UNITS_PER_QUARTER;
    this.total = work.reduce((sum, each) => sum + each.quarters, 0) * UNITS_PER_QUARTER;
  }

  take(units: number): PlanItem[] {
    const items: PlanItem[] = [];
    this.total -= units;
    while (units > 0) {
      const used = Math.min(units, this.#left);
      items.push({ concept_id: (this.#work[this.#at] as Work).concept_id, kind: "learn", hours: used / UNITS_PER_HOUR });
      units -= used;
      this.#left -= used;
      if (this.#left === 0) this.#left = (this.#work[++this.#at]?.quarters ?? 0) * UNITS_PER_QUARTER;
    }
    return items;
  }
}

/** One review item for each concept, a quarter hour for each of its places in the list. */
function reviewItems(places: readonly number[], work: readonly Work[]): PlanItem[] {
  const times = new Map<number, number>();
  for (const place of places) times.set(place, (times.get(place) ?? 0) + 1);
  return [...times].map(([place, count]) => ({
    concept_id: (work[place] as Work).concept_id,
    kind: "review",
    hours: count / QUARTERS_PER_HOUR,
  }));
}

/** The weeks of the work in its order, and the days to its end: the last day is the one on which the last week's hours are done at an even pace. */
export function packWeeks(
  work: readonly Work[],
  time: { hours_per_week: number; starts_on: string },
): { weeks: Week[]; days: number } {
  const capacity = capacityOf(time.hours_per_week);
  const budget = Math.max(1, Math.floor(capacity / UNITS_PER_QUARTER));
  const { reviews } = paceOf(
    work.map((each) => each.quarters),
    budget,
  );
  const learning = new Learning(work);
  const weeks: Week[] = [];
  let days = 0;
  while (learning.total > 0) {
    const week = weeks.length;
    let due = reviews[week] ?? [];
    let learn = capacity - due.length * UNITS_PER_QUARTER;
    days = week * 7 + 7;
    if (learning.total <= capacity) {
      learn = learning.total;
      const day = Math.ceil((7 * learn) / capacity);
      days = week * 7 + day;
      // Reviews of the last week fill the day on which learning ends and make it no longer.
      due = due.slice(0, Math.floor((Math.floor((day * capacity) / 7) - learn) / UNITS_PER_QUARTER));
    }
    const items = [...learning.take(learn), ...reviewItems(due, work)];
    const hours = (learn + due.length * UNITS_PER_QUARTER) / UNITS_PER_HOUR;
    weeks.push({ week: week + 1, starts_on: addDays(time.starts_on, week * 7), hours, items });
  }
  return { weeks, days };
}
