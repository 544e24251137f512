import { onAnswerTimeout, onProbed, onRefreshed } from "./asking.ts";
import { dial, hangUp } from "./dialling.ts";
import { socketUrl } from "./dial-url.ts";
import { fail, isOver } from "./ending.ts";
import type { MachineEffect } from "./machine-effect.ts";
import type { Circumstance, MachineInput, SignalName, TimerName } from "./machine-input.ts";
import type { MachineState } from "./machine-state.ts";
import { onClosed, onConnectTimeout } from "./on-close.ts";
import { onMessage } from "./on-message.ts";
import { Turn } from "./turn.ts";
import { freeze, isWaiting, onRefused, onRetry, rest, sleep, wake } from "./waiting.ts";
import { check, onBehindTimeout, onEchoTimeout, onWatch } from "./watch.ts";

export interface Transition {
  readonly state: MachineState;
  readonly effects: readonly MachineEffect[];
}

/**
 * The connection of a channel as a pure function (CL1): what was, what happened, when and with which chance → what is and what to do.
 *
 *     idle → connecting → replaying → live → done (the final event came)
 *               │  ↑          │         │
 *     not open  │  └──────────┴─────────┴── closed, silent, gap: backoff, or suspended, or offline, then connecting again
 *               ↓
 *            probing → backoff | refreshing (401, once) → connecting
 *                    → failed (as a close code that says stop does, from any state)
 */
export function transition(state: MachineState, input: MachineInput, circumstance: Circumstance): Transition {
  const turn = new Turn(state, circumstance);
  take(turn, input);
  return { state: turn.state, effects: turn.effects };
}

function take(turn: Turn, input: MachineInput): void {
  switch (input.type) {
    case "start":
      return start(turn, input);
    case "opened":
    case "message":
    case "closed":
      return onLine(turn, input);
    case "refused":
      return turn.state.name === "connecting" || turn.state.name === "probing" ? onRefused(turn, input) : undefined;
    case "undialable":
      return isOver(turn.state.name) ? undefined : fail(turn, "wrong_url");
    case "probed":
      return onProbed(turn, input);
    case "refreshed":
      return onRefreshed(turn, input);
    case "timer":
      return onTimer(turn, input.timer);
    case "signal":
      return onSignal(turn, input.signal);
    case "retry":
      return onRetry(turn);
    case "close":
      return close(turn);
  }
}

function start(turn: Turn, { online, visible }: { online: boolean; visible: boolean }): void {
  if (turn.state.name !== "idle" || turn.state.generation > 0) return;
  turn.become({ online, visible, fell_at: turn.now });
  if (socketUrl(turn.state.url) === null) fail(turn, "wrong_url");
  else dial(turn);
}

/** Of the present generation only: an earlier connection has no say (CL2). */
function onLine(turn: Turn, input: Extract<MachineInput, { generation: number }>): void {
  if (input.generation !== turn.state.generation || turn.state.line === null) return turn.count("stale");
  switch (input.type) {
    case "opened":
      turn.changeLine({ opened: true });
      return turn.log("[WS] Connected");
    case "message":
      return onMessage(turn, input.data);
    case "closed":
      return onClosed(turn, input.code);
  }
}

function onTimer(turn: Turn, timer: TimerName): void {
  switch (timer) {
    case "connect":
      return onConnectTimeout(turn);
    case "settle":
      return onSettled(turn);
    case "retry":
      return isWaiting(turn.state.name) ? dial(turn) : undefined;
    case "answer":
      return onAnswerTimeout(turn);
    case "watch":
      return onWatch(turn);
    case "behind":
      return onBehindTimeout(turn);
    case "echo":
      return onEchoTimeout(turn);
    case "linger":
      if (!isOver(turn.state.name)) return;
      hangUp(turn);
      return turn.emit({ type: "release" });
  }
}

/** Alive for 10 s: whatever was counted against this channel is over (CL3, CL4). */
function onSettled(turn: Turn): void {
  if (!turn.state.line?.connected) return;
  turn.become({ attempt: 0, failing_since: null, suspended_since: null, refreshed: false, restarted: false });
  turn.emit({ type: "give_back" });
}

function onSignal(turn: Turn, signal: SignalName): void {
  if (isOver(turn.state.name)) return signal === "frozen" ? onTimer(turn, "linger") : undefined;
  switch (signal) {
    case "online": {
      const returned = !turn.state.online;
      turn.become({ online: true });
      check(turn, { returned });
      return wake(turn);
    }
    case "offline":
      turn.become({ online: false });
      check(turn);
      return turn.state.name === "backoff" || turn.state.name === "suspended" ? rest(turn, "offline") : undefined;
    case "visible":
      turn.become({ visible: true });
      check(turn);
      return wake(turn);
    case "hidden":
      turn.become({ visible: false });
      return sleep(turn);
    case "frozen":
      return freeze(turn);
    case "thawed":
      return wake(turn);
  }
}

/** `close()`: back to idle, for good (CL9). */
function close(turn: Turn): void {
  const { name } = turn.state;
  hangUp(turn);
  if (!isOver(name)) turn.become({ name: "idle", next_try_at: null });
  turn.emit({ type: "release" });
}
