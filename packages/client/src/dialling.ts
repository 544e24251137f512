import { dialUrl, probeUrl } from "./dial-url.ts";
import { forgetOldProof } from "./falling-back.ts";
import type { Line, MachineState } from "./machine-state.ts";
import type { Turn } from "./turn.ts";

/** How long a dial may take until `connected`, in ms (CL11). */
const CONNECT_MS = 8_000;

/** Dials, if the bucket lets it: from the last event delivered, in its epoch (HS1). */
export function dial(turn: Turn): void {
  forgetOldProof(turn);
  const { state } = turn;
  const { transport } = state;
  const generation = state.generation + 1;
  turn.clearTimers("retry");
  turn.become({ name: "connecting", generation, next_try_at: null, clicked: false, line: newLine(turn.now) });
  turn.emit({ type: "dial", generation, transport, url: dialUrl(state), click: state.clicked });
  turn.setTimer("connect", CONNECT_MS);
}

/** The address of the socket with the present place in the log, over HTTP. */
export const probeTarget = (state: MachineState): string => probeUrl(dialUrl(state));

/** The timers that belong to a connection. */
const LINE_TIMERS = ["connect", "settle", "watch", "behind", "echo", "renew", "linger"] as const;

/** None of them matters any more. */
export const clearLineTimers = (turn: Turn): void => turn.clearTimers(...LINE_TIMERS);

/** The connection is gone: so are its timers. */
export function dropLine(turn: Turn): void {
  clearLineTimers(turn);
  if (turn.state.ticketed) turn.emit({ type: "abort" });
  turn.become({ line: null });
}

/** Gives the present connection up, if there is one. */
export function hangUp(turn: Turn): void {
  if (turn.state.line !== null) turn.emit({ type: "hang_up" });
  dropLine(turn);
}

function newLine(now: number): Line {
  return {
    opened: false,
    connected: false,
    heartbeat_ms: Infinity,
    ack_every: Infinity,
    unacked: 0,
    task_ended: false,
    progresses: true,
    heard_at: now,
    watched_at: now,
    watch_ms: 0,
    behind: null,
    warning: null,
  };
}
