import { hangUp } from "./dialling.ts";
import type { Line } from "./machine-state.ts";
import type { Turn } from "./turn.ts";
import { trouble } from "./waiting.ts";

/** How often the clock is looked at, in ms. */
const WATCH_MS = 5_000;
/** A timer that is later than this, in ms, means that the machine slept. */
const JUMP_MS = 10_000;
/** The same for a page out of sight, in ms: browsers run its timers once a minute. */
const JUMP_HIDDEN_MS = 90_000;
/** Added to two heartbeats of silence, in ms (CL11). */
const SILENCE_SLACK_MS = 5_000;
/** How long a ping may stay unanswered, and how long we may be behind a head that we were told of, in ms. */
const PATIENCE_MS = 5_000;

/** The connection is not what it seems: give it up and resume from the last event (CL11). */
export function lose(turn: Turn, why: string): void {
  hangUp(turn);
  turn.log(`[WS] Connection lost (${why})`);
  trouble(turn);
}

/** Something was heard: it lives. */
export function hear(turn: Turn): void {
  turn.clearTimers("echo");
  turn.changeLine({ heard_at: turn.now });
}

const silenceAt = (line: Line): number => line.heard_at + 2 * line.heartbeat_ms + SILENCE_SLACK_MS;

/** Sets the watch: the next look is at the latest when the silence would be too long. */
export function armWatch(turn: Turn): void {
  const { line } = turn.state;
  if (line === null || !line.connected) return;
  const watch_ms = Math.max(0, Math.min(WATCH_MS, silenceAt(line) - turn.now));
  turn.changeLine({ watched_at: turn.now, watch_ms });
  turn.setTimer("watch", watch_ms);
}

/** The watch fired: was there silence, or did the clock jump? */
export function onWatch(turn: Turn): void {
  const { line, visible } = turn.state;
  if (line === null || !line.connected) return;
  const late = turn.now - line.watched_at - line.watch_ms;
  if (turn.now < line.watched_at || late > (visible ? JUMP_MS : JUMP_HIDDEN_MS)) return lose(turn, "clock jump");
  if (turn.now >= silenceAt(line)) return lose(turn, "silence");
  armWatch(turn);
}

/**
 * The network or the page changed: ask the server for a sign of life.
 *
 * Where only WebSocket could ask (CL8), one heartbeat of silence is enough, and after a time without network the answer is taken as no.
 */
export function check(turn: Turn, returned = false): void {
  const { line, transport } = turn.state;
  if (line === null || !line.connected) return;
  if (turn.now >= silenceAt(line)) return lose(turn, "silence");
  if (transport !== "web_socket") {
    const isQuiet = turn.now >= line.heard_at + line.heartbeat_ms + SILENCE_SLACK_MS;
    return returned || isQuiet ? lose(turn, returned ? "the network was gone" : "silence") : armWatch(turn);
  }
  turn.emit({ type: "send", message: { type: "ping" } });
  turn.setTimer("echo", PATIENCE_MS);
  armWatch(turn);
}

/** No sign of life came. */
export function onEchoTimeout(turn: Turn): void {
  if (turn.state.line !== null) lose(turn, "no answer to a ping");
}

/** The server told its head: being behind it for 5 s means that the tail was lost (MS4). */
export function compareHead(turn: Turn, head: number): void {
  const { line, last } = turn.state;
  if (line === null || head <= last || line.behind !== null) return;
  turn.changeLine({ behind: head });
  turn.setTimer("behind", PATIENCE_MS);
}

/** An event came: perhaps we have caught up. */
export function noteCaughtUp(turn: Turn): void {
  const { line, last } = turn.state;
  if (line === null || line.behind === null || last < line.behind) return;
  turn.changeLine({ behind: null });
  turn.clearTimers("behind");
}

/** Still behind. */
export function onBehindTimeout(turn: Turn): void {
  if (turn.state.line?.behind != null) lose(turn, "behind the server's head");
}
