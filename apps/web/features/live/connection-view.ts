import type { ConnectionState, FailureReason } from "@wayfinder/client";

/** The quiet word beside the title. */
export type ConnectionWord = "connecting" | "catching_up" | "live" | "reconnecting" | "offline" | "gave_up" | "ended" | "stopped";

/** A bar above the content, when the word alone would not do. */
export type ConnectionBar =
  | { readonly kind: "reconnecting" }
  | { readonly kind: "offline" }
  | { readonly kind: "gave_up"; readonly next_try_at: number | null }
  | { readonly kind: "stopped"; readonly reason: FailureReason };

/** A first failure mends itself within a second more often than not; from here on the page says more than a word. */
const ATTEMPTS_BEFORE_BAR = 2;

export function connectionWord({ state, attempt }: ConnectionState): ConnectionWord {
  switch (state) {
    case "idle":
    case "connecting":
      return attempt > 0 ? "reconnecting" : "connecting";
    case "replaying":
      return "catching_up";
    case "live":
      return "live";
    case "backoff":
    case "probing":
    case "refreshing":
      return "reconnecting";
    case "offline":
      return "offline";
    case "suspended":
      return "gave_up";
    case "done":
      return "ended";
    case "failed":
      return "stopped";
  }
}

/** Whether the server has said that the task is ours to watch. */
export const hasBeenHeard = ({ state }: ConnectionState): boolean =>
  state === "replaying" || state === "live" || state === "done";

export function connectionBar(connection: ConnectionState): ConnectionBar | null {
  const { attempt, reason = "refused", next_try_at = null } = connection;
  const word = connectionWord(connection);
  if (word === "reconnecting") return attempt >= ATTEMPTS_BEFORE_BAR ? { kind: "reconnecting" } : null;
  if (word === "offline") return { kind: "offline" };
  if (word === "gave_up") return { kind: "gave_up", next_try_at };
  return word === "stopped" ? { kind: "stopped", reason } : null;
}
