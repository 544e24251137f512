import type { ConnectedMessage } from "@wayfinder/protocol";

export const TASK = "task-1";
export const URL_OF_TASK = `ws://localhost:8000/api/v1/ws/${TASK}?include_history=true`;
export const EPOCH = "epoch-a";

/** The first message of a healthy server. */
export const connected = (change: Partial<ConnectedMessage> = {}): ConnectedMessage => ({
  type: "connected",
  task_id: TASK,
  protocol: "task.v1",
  epoch: EPOCH,
  head: 0,
  from: 1,
  status: "running",
  resume: "fresh",
  heartbeat_ms: 20_000,
  ack_every: 64,
  window: 512,
  ...change,
});

const header = (seq: number) => ({ task_id: TASK, seq, at: "2026-01-01T00:00:00Z" });

/** An event of the log that says its own number. */
export const progress = (seq: number, message = `e${seq}`) => ({
  type: "progress",
  step: "intent_analysis",
  status: "started",
  percent: 1,
  message,
  ...header(seq),
});

/** Events `from` to `to`. */
export const progresses = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => progress(from + i));

export const completed = (seq: number) => ({
  type: "completed",
  final: true,
  roadmap_id: "r1",
  failed_units: [],
  ...header(seq),
});

export const delta = (seq: number, text: string, offset = 0) => ({
  type: "content_delta",
  unit: "u1",
  attempt: 1,
  offset,
  text,
  ...header(seq),
});

export const live = (head: number) => ({ type: "live", task_id: TASK, head });
export const heartbeat = (head: number) => ({ type: "heartbeat", task_id: TASK, head });
