import { dial, probeTarget } from "./dialling.ts";
import { noteBlocked } from "./falling-back.ts";
import { fail } from "./ending.ts";
import type { RefreshAnswer } from "./machine-input.ts";
import { probeVerdict, type ProbeAnswer } from "./probe-verdict.ts";
import type { Turn } from "./turn.ts";
import { trouble } from "./waiting.ts";

/** How long a probe or a refresh may take, in ms. */
const ANSWER_MS = 8_000;
/** So many probes without a sign of ours, … */
const SUSPICIONS = 3;
/** … over at least so many ms, prove a wrong address (CL5). A server that restarts is back sooner. */
const SUSPICION_MS = 10_000;
/** The pace of those tries, in ms: the third one falls just behind the tenth second, also if timers come a little early, and well within the 15 s of CL6. */
const SUSPICION_PACE_MS = 5_050;

/** Asks over HTTP why the handshake failed (CL5). Without a network there is nobody to ask. */
export function startProbe(turn: Turn): void {
  if (!turn.state.online) return trouble(turn);
  turn.become({ name: "probing" });
  turn.emit({ type: "probe", url: probeTarget(turn.state) });
  turn.setTimer("answer", ANSWER_MS);
}

/** The probe's answer. */
export function onProbed(turn: Turn, { answer }: { answer: ProbeAnswer }): void {
  if (turn.state.name !== "probing") return;
  turn.clearTimers("answer");
  if (answer.kind === "answer" && answer.signed) turn.become({ suspicion: null });
  const verdict = probeVerdict(answer, { worked_before: turn.state.epoch !== null });
  switch (verdict) {
    case "refresh":
      // A probe holds no ticket: then a 401 says only that the address is right.
      return turn.state.ticketed ? trouble(turn) : refreshOrStop(turn);
    case "suspect":
      return suspect(turn);
    case "blocked":
      noteBlocked(turn);
      return trouble(turn);
    case "backoff":
      return trouble(turn, { after_ms: answer.kind === "answer" ? answer.retry_after_ms : 0 });
    default:
      return fail(turn, verdict);
  }
}

function suspect(turn: Turn): void {
  const before = turn.state.suspicion;
  const suspicion = { count: (before?.count ?? 0) + 1, since: before?.since ?? turn.now };
  turn.become({ suspicion });
  if (suspicion.count >= SUSPICIONS && turn.now - suspicion.since >= SUSPICION_MS) return fail(turn, "wrong_url");
  trouble(turn, { after_ms: Math.max(0, suspicion.since + SUSPICION_PACE_MS * suspicion.count - turn.now) });
}

/** Not signed in: one refresh of the session, then stop (CL5, CC 4401). Where tickets let us in, the next dial brings a fresh one. */
export function refreshOrStop(turn: Turn): void {
  if (turn.state.refreshed) return fail(turn, "not_signed_in");
  if (turn.state.ticketed) {
    turn.become({ refreshed: true });
    return dial(turn);
  }
  turn.become({ name: "refreshing" });
  turn.emit({ type: "refresh", url: probeTarget(turn.state) });
  turn.setTimer("answer", ANSWER_MS);
}

/** The refresh has ended. One that reached nobody is not used up. */
export function onRefreshed(turn: Turn, { answer }: { answer: RefreshAnswer }): void {
  if (turn.state.name !== "refreshing") return;
  turn.clearTimers("answer");
  switch (answer) {
    case "refreshed":
      turn.become({ refreshed: true });
      return dial(turn);
    case "refused":
      return fail(turn, "not_signed_in");
    case "unreachable":
      return trouble(turn);
  }
}

/** Neither answered in time. */
export function onAnswerTimeout(turn: Turn): void {
  const { name } = turn.state;
  if (name !== "probing" && name !== "refreshing") return;
  turn.emit({ type: "abort" });
  trouble(turn);
}
