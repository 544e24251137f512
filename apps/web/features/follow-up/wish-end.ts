import type { Snapshot } from "@wayfinder/protocol/fold";

/** How a task that was asked for one thing has ended. */
export type WishEnd =
  | { readonly state: "done" }
  | { readonly state: "cancelled" }
  /** With the server's words for it, if it had any. */
  | { readonly state: "failed"; readonly reason: string | null };

/** The end of such a task, null before it. A unit that could not be written is its failure, though its log says completed. */
export function wishEnd({ status, units, error }: Pick<Snapshot, "status" | "units" | "error">): WishEnd | null {
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
      return null;
  }
}
