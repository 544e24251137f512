import { isOver } from "./connection-state.ts";
import type { ConnectedMessage, ControlMessage, TaskEvent } from "@wayfinder/protocol";
import { SUBPROTOCOL } from "@wayfinder/protocol/subprotocol";
import { armRenewal } from "./authorizing.ts";
import { deliveryLine } from "./delivery-line.ts";
import { fail, finish } from "./ending.ts";
import { HEALTHY, type Line } from "./machine-state.ts";
import { readServerMessage } from "./server-message.ts";
import type { Turn } from "./turn.ts";
import { armWatch, compareHead, hear, lose, noteCaughtUp } from "./watch.ts";

/** Alive this long after `connected`, in ms, a connection counts as healthy (CL3, CL4). */
const SETTLE_MS = 10_000;

/** One frame of the present connection. */
export function onMessage(turn: Turn, data: unknown): void {
  const { line, task_id, name } = turn.state;
  if (line === null || isOver(name)) return;
  hear(turn);
  const incoming = readServerMessage(data);
  if (incoming === null) return turn.count("malformed");
  switch (incoming.kind) {
    case "unknown":
      return turn.count("unknown");
    case "event":
      if (incoming.event.task_id !== task_id || !line.connected) return turn.count("malformed");
      return onEvent(turn, incoming.event);
    case "control":
      // An `error` may precede everything and may know no task: a wrong path names none.
      if (incoming.message.type !== "error" && incoming.message.task_id !== task_id) return turn.count("malformed");
      return onControl(turn, incoming.message);
  }
}

/** Only the next number is delivered (CL2). */
function onEvent(turn: Turn, event: TaskEvent): void {
  const next = turn.state.last + 1;
  if (event.seq < next) return turn.count("duplicates");
  if (event.seq > next) {
    turn.count("gaps");
    return lose(turn, "gap");
  }
  accept(turn, event);
}

function accept(turn: Turn, event: TaskEvent): void {
  const { line } = turn.state;
  if (line === null) return;
  turn.become({ last: event.seq });
  turn.count("delivered");
  if (line.progresses) turn.become(HEALTHY);
  turn.emit({ type: "deliver", event });
  const { text, level } = deliveryLine(event);
  turn.log(text, level);
  turn.changeLine({ unacked: line.unacked + 1 });
  const isFinal = "final" in event && event.final === true;
  if (isFinal || line.unacked + 1 >= line.ack_every) ack(turn);
  noteCaughtUp(turn);
  if (isFinal) finish(turn);
}

/** Tells how far we delivered: after the delivery, never before. */
function ack(turn: Turn): void {
  if (!turn.state.line?.unacked) return;
  turn.changeLine({ unacked: 0 });
  turn.emit({ type: "send", message: { type: "ack", seq: turn.state.last } });
}

function onControl(turn: Turn, message: ControlMessage): void {
  const { line } = turn.state;
  if (line === null) return;
  // `connected` is the first message, and comes once (MS1).
  if (message.type !== "error" && line.connected === (message.type === "connected")) return turn.count("malformed");
  turn.log(`[WS] Message: ${message.type}`, message.type === "connected" ? "log" : "debug");
  switch (message.type) {
    case "connected":
      return onConnected(turn, message);
    case "authorized":
      return armRenewal(turn, message.auth_ms);
    case "live":
      return onLive(turn, line, message.head);
    case "heartbeat":
    case "pong":
    case "status":
      return compareHead(turn, message.head);
    case "error":
      return turn.changeLine({
        warning: { code: message.code, after_ms: message.after_ms ?? 0, path: message.path ?? null },
      });
  }
}

/** The server says where it begins. Another epoch without `reset` is a fault of the server: ask for the whole log (HS7). */
function onConnected(turn: Turn, message: ConnectedMessage): void {
  if (message.protocol !== SUBPROTOCOL) return fail(turn, "no_common_version");
  const { epoch, placed, last } = turn.state;
  const isOtherLog = epoch !== null && message.epoch !== epoch;
  const isReset = message.resume === "reset";
  if (isReset || isOtherLog) startOver(turn);
  if (isOtherLog && !isReset) {
    turn.become({ placed: false, epoch: null });
    return lose(turn, "another log");
  }
  turn.clearTimers("connect");
  turn.become({
    name: "replaying",
    epoch: message.epoch,
    last: placed && !isReset ? last : message.from - 1,
    placed: true,
    suspicion: null,
    blocked: 0,
  });
  turn.changeLine({
    connected: true,
    heartbeat_ms: message.heartbeat_ms,
    ack_every: message.ack_every,
    task_ended: message.status === "completed" || message.status === "failed" || message.status === "cancelled",
    progresses: !isReset,
  });
  turn.setTimer("settle", SETTLE_MS);
  armRenewal(turn, message.auth_ms);
  armWatch(turn);
}

function startOver(turn: Turn): void {
  turn.become({ last: 0 });
  turn.count("resets");
  turn.emit({ type: "reset" });
}

/** The history is through. A log that had ended and that we have whole brings no further event: that is done, too. */
function onLive(turn: Turn, line: Line, head: number): void {
  turn.become({ name: "live" });
  ack(turn);
  if (line.task_ended && turn.state.last >= head) return finish(turn);
  compareHead(turn, head);
}
