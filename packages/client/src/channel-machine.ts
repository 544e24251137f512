import { isOver } from "./connection-state.ts";
import { onAnswerTimeout, onProbed, onRefreshed } from "./asking.ts";
import { askForTicket, onTicket } from "./authorizing.ts";
import { dial, hangUp } from "./dialling.ts";
import { socketUrl } from "./dial-url.ts";
import { fail } from "./ending.ts";
import type { MachineEffect } from "./machine-effect.ts";
import type { Circumstance, MachineInput, SignalName, TimerName } from "./machine-input.ts";
import { HEALTHY, type MachineState } from "./machine-state.ts";
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
  // The table has a row for each type of input, and that row takes inputs of that type.
  ON_INPUT[input.type](turn, input as never);
  return { state: turn.state, effects: turn.effects };
}

const ON_INPUT: { readonly [T in MachineInput["type"]]: (turn: Turn, input: Extract<MachineInput, { type: T }>) => void } = {
  start(turn, { online, visible }) {
    if (turn.state.name !== "idle" || turn.state.generation > 0) return;
    turn.become({ online, visible, fell_at: turn.now });
    if (socketUrl(turn.state.url) === null) fail(turn, "wrong_url");
    else dial(turn);
  },
  opened(turn, { generation }) {
    if (isStale(turn, generation)) return;
    turn.changeLine({ opened: true });
    turn.log("[WS] Connected");
    askForTicket(turn);
  },
  message(turn, { generation, data }) {
    if (!isStale(turn, generation)) onMessage(turn, data);
  },
  closed(turn, { generation, code }) {
    if (!isStale(turn, generation)) onClosed(turn, code);
  },
  refused(turn, input) {
    if (turn.state.name === "connecting" || turn.state.name === "probing") onRefused(turn, input);
  },
  undialable(turn) {
    if (!isOver(turn.state.name)) fail(turn, "wrong_url");
  },
  probed: onProbed,
  refreshed: onRefreshed,
  ticket: onTicket,
  timer: (turn, { timer }) => ON_TIMER[timer](turn),
  signal: (turn, { signal }) => {
    if (!isOver(turn.state.name)) ON_SIGNAL[signal](turn);
    else if (signal === "frozen") ON_TIMER.linger(turn);
  },
  retry: onRetry,
  /** Back to idle, for good (CL9). */
  close(turn) {
    const { name } = turn.state;
    hangUp(turn);
    if (!isOver(name)) turn.become({ name: "idle", next_try_at: null });
    turn.emit({ type: "release" });
  },
};

/** Of the present generation only: an earlier connection has no say (CL2). */
function isStale(turn: Turn, generation: number): boolean {
  const stale = generation !== turn.state.generation || turn.state.line === null;
  if (stale) turn.count("stale");
  return stale;
}

const ON_TIMER: Readonly<Record<TimerName, (turn: Turn) => void>> = {
  connect: onConnectTimeout,
  /** Alive for 10 s: whatever was counted against this channel is over (CL3, CL4). */
  settle(turn) {
    if (!turn.state.line?.connected) return;
    turn.become({ ...HEALTHY, refreshed: false });
    turn.emit({ type: "give_back" });
  },
  retry(turn) {
    if (isWaiting(turn.state.name)) dial(turn);
  },
  answer: onAnswerTimeout,
  watch: onWatch,
  behind: onBehindTimeout,
  echo: onEchoTimeout,
  renew: askForTicket,
  linger(turn) {
    if (!isOver(turn.state.name)) return;
    hangUp(turn);
    turn.emit({ type: "release" });
  },
};

const ON_SIGNAL: Readonly<Record<SignalName, (turn: Turn) => void>> = {
  online(turn) {
    const returned = !turn.state.online;
    turn.become({ online: true });
    check(turn, returned);
    wake(turn);
  },
  offline(turn) {
    turn.become({ online: false });
    check(turn);
    if (turn.state.name === "backoff" || turn.state.name === "suspended") rest(turn, "offline");
  },
  visible(turn) {
    turn.become({ visible: true });
    check(turn);
    wake(turn);
  },
  hidden(turn) {
    turn.become({ visible: false });
    sleep(turn);
  },
  frozen: freeze,
  thawed: wake,
};
