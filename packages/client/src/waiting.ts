import type { ConnectionName } from "./connection-state.ts";
import { LONGEST_WAIT_MS, retryDelay } from "./delay.ts";
import { dial, hangUp } from "./dialling.ts";
import type { Turn } from "./turn.ts";

/** Failures in a row after which a channel stops trying by itself at its own pace (CL7). */
const MOST_FAILURES = 10;
/** How long it may fail before that, in ms. */
const LONGEST_FAILING_MS = 120_000;
/** The pace afterwards, in ms: one try a minute, while the page is visible. */
const SUSPENDED_PACE_MS = 60_000;
/** How long it keeps that pace, in ms: afterwards only a person, the network or a return to the page wakes it. */
const LONGEST_SUSPENDED_MS = 1_800_000;
/** A person who clicks waits at most this long, in ms, whatever the server wished (CL4). */
const CLICK_WAIT_MS = 5_000;
/** Below this wait, in ms, the bucket only spaces two dials: nothing worth calling suspended. */
const SPACING_MS = 250;

/** Waits in state `name` for the dial at `at`, or, with null, until something wakes the channel. */
function wait(turn: Turn, name: ConnectionName, at: number | null): void {
  turn.become({ name, next_try_at: at });
  turn.setTimer("retry", at === null ? null : Math.max(0, at - turn.now));
}

/** A try failed: back off (CL3), or rest when offline or after too many (CL7). A `free` retry is not counted as a failure. */
export function trouble(turn: Turn, { after_ms = 0, free = false }: { after_ms?: number; free?: boolean } = {}): void {
  const wish = Math.min(after_ms, LONGEST_WAIT_MS);
  const attempt = turn.state.attempt + (free ? 0 : 1);
  const since = turn.state.failing_since ?? turn.now;
  turn.become({ attempt, failing_since: since, not_before: turn.now + wish });
  if (!turn.state.online) return rest(turn, "offline");
  if (attempt >= MOST_FAILURES || turn.now - since >= LONGEST_FAILING_MS) return rest(turn, "suspended");
  wait(turn, "backoff", turn.now + retryDelay({ attempt, random: turn.random, after_ms: wish }));
  turn.log("[WS] Reconnecting...");
}

/** One try a minute while visible, at most 30 minutes (CL7). Offline keeps that pace too: what a browser says of the network can be wrong. */
export function rest(turn: Turn, name: "offline" | "suspended"): void {
  const since = turn.state.suspended_since ?? turn.now;
  turn.become({ suspended_since: since });
  const paced = turn.state.visible && turn.now - since < LONGEST_SUSPENDED_MS;
  wait(turn, name, paced ? Math.max(turn.now + SUSPENDED_PACE_MS, turn.state.not_before) : null);
  turn.log(name === "offline" ? "[WS] Offline" : "[WS] Suspended");
}

/** The bucket was empty (CL4): wait for its next token, and show when that is. */
export function onRefused(turn: Turn, { until, click }: { until: number; click: boolean }): void {
  turn.clearTimers("connect", "answer");
  turn.become({ line: null, clicked: click });
  wait(turn, until - turn.now <= SPACING_MS ? "backoff" : "suspended", until);
}

/** The network or the person came back: try now, unless the server asked for more patience. */
export function wake(turn: Turn): void {
  if (!isWaiting(turn.state.name)) return;
  if (turn.state.suspended_since !== null) turn.become({ suspended_since: turn.now });
  if (turn.now >= turn.state.not_before) dial(turn);
  else wait(turn, "backoff", turn.state.not_before);
}

/** A person asked for a try: at once, or within 5 s. A second click never makes it later. */
export function onRetry(turn: Turn): void {
  const { name, next_try_at, not_before } = turn.state;
  if (!isWaiting(name)) return;
  turn.become({ clicked: true });
  if (turn.state.suspended_since !== null) turn.become({ suspended_since: turn.now });
  const at = Math.min(Math.max(turn.now, not_before), turn.now + CLICK_WAIT_MS, next_try_at ?? Infinity);
  if (at > turn.now) wait(turn, name, at);
  else dial(turn);
}

/** The page went out of sight: what rests, sleeps. */
export function sleep(turn: Turn): void {
  const { name } = turn.state;
  if (name === "offline" || name === "suspended") wait(turn, name, null);
}

/** The page stops: nothing may be under way, or the browser could not keep it, and would break the connection without a word (CL7). */
export function freeze(turn: Turn): void {
  if (turn.state.name === "idle") return;
  hangUp(turn);
  turn.clearTimers("answer");
  turn.emit({ type: "abort" });
  wait(turn, "suspended", null);
}

export const isWaiting = (name: ConnectionName): boolean => name === "backoff" || name === "suspended" || name === "offline";
