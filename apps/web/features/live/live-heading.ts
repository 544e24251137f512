import type { Snapshot } from "@wayfinder/protocol/fold";
import { hasGaps } from "./has-gaps.ts";
import { isPaused } from "./pause.ts";

/** What the page says of a task as a whole (`live.heading`). */
export type LiveHeading = Snapshot["status"] | "paused" | "gaps";

/** How the task stands, in one word: what is paused draws nothing, what has gaps is not simply ready. */
export function liveHeading(snapshot: Snapshot): LiveHeading {
  if (isPaused(snapshot)) return "paused";
  return hasGaps(snapshot) ? "gaps" : snapshot.status;
}
