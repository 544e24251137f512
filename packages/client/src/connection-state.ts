import type { FallbackName } from "./transport.ts";

/** The states of a channel (CL1). `done` and `failed` are final; `idle` is before the start and after `close()`. */
export type ConnectionName =
  | "idle"
  | "connecting"
  | "replaying"
  | "live"
  | "backoff"
  | "probing"
  | "refreshing"
  | "offline"
  | "suspended"
  | "done"
  | "failed";

/** Whether nothing may happen any more (CL1). */
export const isOver = (name: ConnectionName): boolean => name === "done" || name === "failed";

/** Why a channel gave up for good. `refused` is a close code that says stop and that nobody has named yet. */
export type FailureReason =
  | "wrong_url"
  | "not_signed_in"
  | "not_yours"
  | "no_such_task"
  | "gone"
  | "no_common_version"
  | "bad_message"
  | "refused";

/** What a view may show of the connection. It keeps its identity while nothing of it changes. */
export interface ConnectionState {
  readonly state: ConnectionName;
  /** The address that is dialled, without its query. */
  readonly url: string;
  /** Only where WebSocket is proved blocked: what carries the channel instead (CL8). */
  readonly fallback?: FallbackName;
  /** Only while another tab has the connection and this one follows it (CL9). */
  readonly shared?: true;
  /** Failures in a row since the last proof of health. */
  readonly attempt: number;
  /** Only in `failed`. */
  readonly reason?: FailureReason;
  /** Only with `wrong_url`: the path that would have been right. */
  readonly right_path?: string;
  /** Only while waiting: when the next dial is due, in milliseconds of the handed-in clock. */
  readonly next_try_at?: number;
}
