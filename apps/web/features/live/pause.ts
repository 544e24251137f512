import type { Pause, TaskEvent } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";

/** Why nothing new starts, and the server's words for it. */
export type ShownPause = Pick<Pause, "reason" | "message">;

/** The pause of a task that is at work, as its log tells it; null when it is not paused. */
export function pauseOf({ paused, status }: Snapshot, events: readonly TaskEvent[]): ShownPause | null {
  if (typeof paused !== "string" || (status !== "running" && status !== "queued")) return null;
  const told = events.findLast((event) => event.type === "progress" && event.status === "paused");
  const isBudget = told?.type === "progress" && told.data?.["reason"] === "budget";
  return { reason: isBudget ? "budget" : "user", message: paused };
}

/** Whether a task can be told to start nothing new: it is at work, and not paused. */
export const canPause = ({ status, paused }: Snapshot): boolean =>
  (status === "running" || status === "queued") && typeof paused !== "string";
