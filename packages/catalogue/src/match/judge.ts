import type { ClauseWeight } from "./explain.ts";
import type { OutsideHit } from "./outside.ts";

/** Up to this many words every one has to be understood: in so short a goal one word makes it another goal ("react native app"). */
const SHORT_GOAL_WORDS = 3;
/** From this many words on some may speak of the person and not of the subject. */
const LONG_GOAL_WORDS = 5;
const FOREIGN_SHARE = 0.4;

/** Whether the names found in a goal are what it is about. */
export interface Judgement {
  readonly accepted: boolean;
  /** Clauses about nothing the catalogue has. */
  readonly uncovered: readonly number[];
}

/** Accepts a goal if at least half of its clauses are covered, and those are about little else than what is covered. */
export function judge(weights: readonly ClauseWeight[], outside: readonly OutsideHit[]): Judgement {
  const isOutside = (clause: number) => outside.some((hit) => hit.clauses.has(clause));
  const covered = weights.filter((w, i) => w.named > 0 && !isOutside(i));
  const uncovered = [...weights.keys()].filter((i) => isOutside(i) || (weights[i]?.named === 0 && weights[i].foreign > 0));
  const foreign = covered.reduce((sum, w) => sum + w.foreign, 0);
  const words = covered.reduce((sum, w) => sum + w.named + w.related + w.foreign, 0);
  return { accepted: covered.length > 0 && covered.length >= uncovered.length && foreign <= foreignAllowed(words), uncovered };
}

function foreignAllowed(words: number): number {
  if (words <= SHORT_GOAL_WORDS) return 0;
  return words < LONG_GOAL_WORDS ? 1 : Math.floor(words * FOREIGN_SHARE);
}
