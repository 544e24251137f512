import type { Snapshot } from "@wayfinder/protocol/fold";

/** How many parts were finished at a moment (ms on any clock). */
export interface Sample {
  readonly at: number;
  readonly done: number;
}

/** Fewer finished parts than this say little about the rest. */
const ENOUGH_PARTS = 3;

/** The parts of the content, finished and in all, as the log counts them; null before any is written. */
export function partsOf({ steps }: Pick<Snapshot, "steps">): { done: number; total: number } | null {
  const { done, total } = steps.content_generation?.data ?? {};
  return typeof done === "number" && typeof total === "number" ? { done, total } : null;
}

/** How long the rest takes at the pace since `first`, in ms; null while there is too little to tell by. */
export function remainingMs(first: Sample, last: Sample, total: number): number | null {
  const parts = last.done - first.done;
  if (parts < ENOUGH_PARTS || last.at <= first.at) return null;
  return ((last.at - first.at) / parts) * Math.max(0, total - last.done);
}
