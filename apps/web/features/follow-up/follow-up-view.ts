import type { FailureReason } from "@wayfinder/client";
import type { Snapshot } from "@wayfinder/protocol/fold";
import { partsOf } from "#web/features/live/eta.ts";
import { type WishEnd, wishEnd } from "./wish-end.ts";

/** How a task that was asked for on a finished roadmap stands. */
export type FollowUpView =
  /** Of its parts, 0 to 100; what has one part is at 0 until it is done. */
  | { readonly state: "working"; readonly percent: number; readonly isReconnecting: boolean }
  | { readonly state: "paused"; readonly reason: string }
  | WishEnd
  | { readonly state: "lost"; readonly reason: FailureReason };

interface Watched {
  readonly snapshot: Pick<Snapshot, "status" | "steps" | "paused" | "error" | "units">;
  readonly connection: { readonly state: string; readonly attempt: number; readonly reason?: FailureReason };
}

/** What is shown of a watched task. One of whose units could not be written has failed, though its log says completed. */
export function followUpView({ snapshot, connection }: Watched): FollowUpView {
  const end = wishEnd(snapshot);
  if (end) return end;
  const { paused, steps } = snapshot;
  if (connection.state === "failed") return { state: "lost", reason: connection.reason ?? "refused" };
  if (paused) return { state: "paused", reason: paused };
  const parts = partsOf({ steps });
  const percent = parts ? Math.round((100 * parts.done) / parts.total) : 0;
  return { state: "working", percent, isReconnecting: connection.attempt > 1 || connection.state === "offline" };
}

/** Whether nothing more will come of the task. */
export const isOver = ({ state }: FollowUpView): boolean => state !== "working" && state !== "paused";
