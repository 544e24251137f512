import type { ClauseWeight } from "./explain.ts";
import type { OutsideHit } from "./outside.ts";
import type { Sureness } from "./sureness.ts";

/** Up to this many words every one has to be understood: in so short a goal one word makes it another goal ("react native app"). */
const SHORT_GOAL_WORDS = 3;
/** From this many words on some may speak of the person and not of the subject. */
const LONG_GOAL_WORDS = 5;
const FOREIGN_SHARE = 0.4;
/** Beside a name that is sure, or asked for, more words may speak of the person and the reason. */
const SURE_FOREIGN_SHARE = { sure: 0.6, asked: 0.85 } as const satisfies Partial<Record<Sureness, number>>;
/** A clause of up to this many words is an item in a list of wishes; a longer one without a name tells of the person. */
const ITEM_WORDS = 2;

/** Whether the names found in a goal are what it is about. */
export interface Judgement {
  readonly accepted: boolean;
  /** Clauses about nothing the catalogue has. */
  readonly uncovered: readonly number[];
}

/** Accepts a goal if at least half of its wishes are covered, and those are about little else than what is covered. */
export function judge(weights: readonly ClauseWeight[], outside: readonly OutsideHit[], sureness: Sureness): Judgement {
  const isOutside = (clause: number) => outside.some((hit) => hit.clauses.has(clause));
  const covered = weights.filter((w, i) => w.named > 0 && !isOutside(i));
  const foreign = covered.reduce((sum, w) => sum + w.foreign, 0);
  const isPersonal = covered.some((w) => w.personal);
  const words = covered.reduce((sum, w) => sum + w.named + w.related + w.foreign, 0);
  const isWish = (w: ClauseWeight) =>
    w.foreign > 0 && w.named === 0 && (sureness === "weak" || w.learns || (!w.personal && w.foreign + w.related <= ITEM_WORDS));
  const uncovered = [...weights.entries()].flatMap(([i, w]) => (isOutside(i) || isWish(w) ? [i] : []));
  const unknown = uncovered.filter((i) => !isOutside(i)).length;
  // a name that is no sure one, beside something that is not known at all, may be just a word
  const isOutweighed = covered.length < uncovered.length || (sureness === "weak" && unknown > 0 && covered.length <= unknown);
  return {
    accepted:
      covered.length > 0 &&
      !isOutweighed &&
      foreign <= foreignAllowed(words, sureness === "sure" && isPersonal ? "asked" : sureness),
    uncovered,
  };
}

function foreignAllowed(words: number, sureness: Sureness): number {
  if (sureness !== "weak") return words * SURE_FOREIGN_SHARE[sureness];
  if (words <= SHORT_GOAL_WORDS) return 0;
  return words < LONG_GOAL_WORDS ? 1 : Math.floor(words * FOREIGN_SHARE);
}
