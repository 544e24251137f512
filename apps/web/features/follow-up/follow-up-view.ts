import type { FailureReason } from "@wayfinder/client";
import type { Snapshot } from "@wayfinder/protocol/fold";

/** How a task that was asked for on a finished roadmap stands. */
export type FollowUpView =
  | { readonly state: "working"; readonly percent: number; readonly isReconnecting: boolean }
  | { readonly state: "paused"; readonly reason: string }
  | { readonly state: "done" }
  | { readonly state: "failed"; readonly reason: string | null }
  | { readonly state: "cancelled" }
  | { readonly state: "lost"; readonly reason: FailureReason };

interface Watched {
  readonly snapshot: Pick<Snapshot, "status" | "percent" | "paused" | "error" | "units">;
  readonly connection: { readonly state: string; readonly attempt: number; readonly reason?: FailureReason };
}

/** What is shown of a watched task. One of whose units could not be written has failed, though its log says completed. */
export function followUpView({ snapshot, connection }: Watched): FollowUpView {
  const { status, percent, paused, error, units } = snapshot;
  switch (status) {
    case "completed": {
      const failed = Object.values(units).find((unit) => unit.status === "failed");
      return failed ? { state: "failed", reason: failed.reason ?? null } : { state: "done" };
    }
    case "failed":
      return { state: "failed", reason: error?.message ?? null };
    case "cancelled":
      return { state: "cancelled" };
    case "queued":
    case "running":
    case "waiting_for_review":
      if (connection.state === "failed") return { state: "lost", reason: connection.reason ?? "refused" };
      if (paused) return { state: "paused", reason: paused };
      return { state: "working", percent, isReconnecting: connection.attempt > 1 || connection.state === "offline" };
  }
}

/** Whether nothing more will come of the task. */
export const isOver = ({ state }: FollowUpView): boolean => state !== "working" && state !== "paused";
