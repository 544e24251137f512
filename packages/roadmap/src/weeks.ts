import type { Plan, PlanItem, Week } from "@wayfinder/protocol";
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

/** The day of a week on which so many of its units are done at an even pace. */
const dayOf = (units: number, capacity: number): number => Math.ceil((7 * units) / capacity);

/** Days from the start to the day on which the last learning of a plan is done, at an even pace within its last week. */
export function daysOf(plan: Pick<Plan, "hours_per_week" | "weeks">): number {
  const last = plan.weeks.at(-1);
  if (!last) return 0;
  const learned = sumHours(last.items.filter((item) => item.kind === "learn"));
  return (plan.weeks.length - 1) * 7 + dayOf(Math.round(learned * UNITS_PER_HOUR), capacityOf(plan.hours_per_week));
}

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

/** How many reviews of the last week still have room: on its days before the deadline, all seven if learning itself goes past it. */
function reviewsInLastWeek(learn: number, capacity: number, daysLeft: number): number {
  const days = dayOf(learn, capacity) <= daysLeft ? Math.min(7, daysLeft) : 7;
  return Math.floor((Math.floor((days * capacity) / 7) - learn) / UNITS_PER_QUARTER);
}

/** When the weeks start, how many hours each has, and how many days there are (`Infinity` without a deadline). */
export interface PackTime {
  readonly hours_per_week: number;
  readonly starts_on: string;
  readonly available: number;
}

/** The weeks of the work in its order. */
export function packWeeks(work: readonly Work[], { hours_per_week, starts_on, available }: PackTime): Week[] {
  const capacity = capacityOf(hours_per_week);
  const quarters = work.map((each) => each.quarters);
  const { reviews } = paceOf(quarters, Math.floor(capacity / UNITS_PER_QUARTER));
  const learning = new Learning(work);
  const weeks: Week[] = [];
  while (learning.total > 0) {
    const at = weeks.length;
    let due = reviews[at] ?? [];
    if (learning.total <= capacity) due = due.slice(0, reviewsInLastWeek(learning.total, capacity, available - at * 7));
    const learn = Math.min(learning.total, capacity - due.length * UNITS_PER_QUARTER);
    const items = [...learning.take(learn), ...reviewItems(due, work)];
    weeks.push({ week: at + 1, starts_on: addDays(starts_on, at * 7), hours: sumHours(items), items });
  }
  return weeks;
}
