import type { QuizQuestion, QuizResult } from "@wayfinder/protocol";

/** One go through a quiz: where it stands and how its questions went. */
export interface QuizRun {
  readonly items: readonly QuizQuestion[];
  /** The question on the screen, from 0; the number of questions when all are through. */
  readonly at: number;
  readonly results: ReadonlyMap<string, QuizResult>;
}

/** Goes on where an earlier visit ended: at the first question without a result. */
export function openRun(items: readonly QuizQuestion[], results: readonly QuizResult[]): QuizRun {
  const latest = new Map(results.map((result) => [result.item_id, result]));
  const first = items.findIndex((item) => !latest.has(item.item_id));
  return { items, at: first < 0 ? items.length : first, results: latest };
}

/** Begins again with the first question; earlier results are put aside. */
export const restartRun = (run: QuizRun): QuizRun => ({ ...run, at: 0, results: new Map() });

/** The question's result is known; it stays on the screen. */
export const gradeRun = (run: QuizRun, result: QuizResult): QuizRun => ({
  ...run,
  results: new Map(run.results).set(result.item_id, result),
});

/** The next question, or the end. */
export const advanceRun = (run: QuizRun): QuizRun => ({ ...run, at: Math.min(run.items.length, run.at + 1) });

/** How many questions went right. */
export const rightCount = ({ items, results }: QuizRun): number =>
  items.filter((item) => results.get(item.item_id)?.correct).length;

/** How an option stands after the attempt. */
export type OptionMark = "right" | "wrong" | "missed" | "key" | "none";

/** `missed` is a right option of several that was not chosen, `key` the right one of a single choice that was not. */
export function optionMark(option: number, { chosen, right }: QuizResult, type: QuizQuestion["type"]): OptionMark {
  const isChosen = chosen.includes(option);
  if (right.includes(option)) return isChosen ? "right" : type === "multiple" ? "missed" : "key";
  return isChosen ? "wrong" : "none";
}
