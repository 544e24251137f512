import type { ProbeAnswer } from "./probe-verdict.ts";

/** The timers a channel may have, each at most once. */
export type TimerName =
  /** No `connected` yet. */
  | "connect"
  /** Alive long enough to count as healthy. */
  | "settle"
  /** The next dial. */
  | "retry"
  /** A probe or refresh that does not answer. */
  | "answer"
  /** Silence and clock jumps. */
  | "watch"
  /** Behind the head that a heartbeat told of. */
  | "behind"
  /** A ping that was sent to see whether the connection still lives. */
  | "echo"
  /** The ticket's time, before it has gone. */
  | "renew"
  /** The server's close after the final event. */
  | "linger";

/** What the browser tells of the network and the page. `frozen`: it will not run until `thawed`, if ever (back/forward cache, or put to sleep). */
export type SignalName = "online" | "offline" | "visible" | "hidden" | "frozen" | "thawed";

/** How a refresh of the session ended. */
export type RefreshAnswer = "refreshed" | "refused" | "unreachable";

/** Everything that can happen to a channel. */
export type MachineInput =
  | { readonly type: "start"; readonly online: boolean; readonly visible: boolean }
  | { readonly type: "opened"; readonly generation: number }
  | { readonly type: "message"; readonly generation: number; readonly data: unknown }
  | { readonly type: "closed"; readonly generation: number; readonly code: number }
  /** The bucket had no token for a dial or a probe; one is free at `until`. */
  | { readonly type: "refused"; readonly until: number; readonly click: boolean }
  /** The address cannot be dialled at all. */
  | { readonly type: "undialable" }
  | { readonly type: "probed"; readonly answer: ProbeAnswer }
  | { readonly type: "refreshed"; readonly answer: RefreshAnswer }
  /** `null`: no ticket is to be had now. */
  | { readonly type: "ticket"; readonly ticket: string | null }
  | { readonly type: "timer"; readonly timer: TimerName }
  | { readonly type: "signal"; readonly signal: SignalName }
  | { readonly type: "retry" }
  | { readonly type: "close" };

/** Clock and chance of one input: `now` in ms, `random` uniform in [0, 1). */
export interface Circumstance {
  readonly now: number;
  readonly random: number;
}
