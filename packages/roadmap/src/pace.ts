/** Quarter hours of work: the grain of the plan, because shorter sittings are mostly getting started. */
export const QUARTERS_PER_HOUR = 4;

/** A concept's likely hours in whole quarters, at least one. */
export const quartersOf = (hours: number): number => Math.max(1, Math.round(hours * QUARTERS_PER_HOUR));

/** The weeks a list of concepts takes when it is learned in its order. */
export interface Pace {
  /** For each week the places (in the list) of the concepts to be reviewed, a quarter hour each. */
  readonly reviews: readonly (readonly number[])[];
  /** Days from the start to the end of learning, at an even pace within the last week. */
  readonly days: number;
}

/**
 * Quarters of a week kept for reviews: 15 % of it, in whole quarters; where that is less than one quarter, one every second week.
 *
 * One more quarter a week never keeps more than one quarter more, which {@link paceOf} needs to be monotone.
 */
const reviewQuarters = (budget: number, week: number): number => Math.floor((3 * budget) / 20) || (week % 2 === 0 ? 1 : 0);

/** Reviews which are due: the j-th of a concept 2^j − 1 weeks (1, 3, 7 …) after it was finished, lower j first. */
class ReviewQueue {
  readonly #quarters: readonly number[];
  /** For each j the place of the first concept whose j-th review has not been done. */
  readonly #next: number[] = [];
  /** For each week how many concepts were finished by its end. */
  readonly #finished: number[] = [0];

  constructor(quarters: readonly number[]) {
    this.#quarters = quarters;
  }

  close(finished: number): void {
    this.#finished.push(finished);
  }

  take(limit: number, week: number): number[] {
    const due: number[] = [];
    for (let j = 1; due.length < limit && 2 ** j <= week; j++) {
      const finished = this.#finished[week - 2 ** j + 1] ?? 0;
      let at = this.#next[j] ?? 0;
      // A concept of q quarters has log2 q reviews: half an hour one, an hour two, two hours three.
      for (; at < finished && due.length < limit; at++) if ((this.#quarters[at] as number) >= 2 ** j) due.push(at);
      this.#next[j] = at;
    }
    return due;
  }
}

/**
 * Lays concepts of the given quarters into weeks of `budget` quarters, reviews included; stops after `limitDays`.
 *
 * Week w gives its reviews r(w) = min(kept quarters, reviews due) and learns the rest, so by its end w·budget − R(w) is learned. With one
 * quarter more a week at most w more quarters are learned, in which at most ⌈w / 2^j⌉ concepts with a j-th review end; Σ w / 2^j ≤ w, so R(w) grows
 * by at most w and learning never falls back: more hours never finish later. In the week in which everything is learned, learning goes first.
 */
export function paceOf(quarters: readonly number[], budget: number, limitDays = Infinity): Pace {
  const queue = new ReviewQueue(quarters);
  const reviews: number[][] = [];
  let left = quarters.reduce((sum, work) => sum + work, 0);
  let finished = 0;
  let toFinish = quarters[0] ?? 0;
  for (let week = 1; (week - 1) * 7 < limitDays; week++) {
    const due = queue.take(reviewQuarters(budget, week), week);
    reviews.push(due);
    if (left <= budget) return { reviews, days: (week - 1) * 7 + Math.ceil((7 * left) / budget) };
    left -= budget - due.length;
    toFinish -= budget - due.length;
    while (toFinish <= 0) toFinish += quarters[++finished] as number;
    queue.close(finished);
  }
  return { reviews, days: Infinity };
}
