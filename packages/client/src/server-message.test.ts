import assert from "node:assert/strict";
import { test } from "node:test";
import { ControlMessage } from "@wayfinder/protocol";
import fc from "fast-check";
import { readServerMessage } from "./server-message.ts";
import { connected, heartbeat, live, progress, TASK } from "./testing/messages.ts";

const read = (value: unknown) => readServerMessage(JSON.stringify(value));

test("MS1 every control message of the protocol is read", () => {
  const samples = [
    connected(),
    { type: "authorized", task_id: TASK, auth_ms: 600_000 },
    live(3),
    heartbeat(3),
    { type: "pong", task_id: TASK, head: 3 },
    { type: "status", task_id: TASK, status: "running", head: 3 },
    { type: "error", task_id: "", code: 4426, reason: "wrong path", action: "stop", path: "/api/v1/ws/x" },
  ];
  assert.deepEqual(
    samples.map((m) => m.type),
    ControlMessage.options.map((option) => option.shape.type.value),
  );
  for (const message of samples) assert.deepEqual(read(message), { kind: "control", message });
});

test("MS7 what carries seq is an event, also of a type from the future", () => {
  const event = { ...progress(3), type: "later_event" };
  assert.deepEqual(read(event), { kind: "event", event });
  assert.deepEqual(read({ type: "later_control", task_id: TASK }), { kind: "unknown" });
});

test("MS7 hostile frames are refused one by one", () => {
  const hostile: unknown[] = [
    ...["", "{", "null", "[]", "7", '"x"', "{}", new ArrayBuffer(4), undefined],
    ...[0, -1, 1.5, "1", null, 2 ** 60].map((seq) => JSON.stringify({ ...progress(1), seq })),
    ...[
      { ...progress(1), task_id: 7 },
      { ...progress(1), type: 7 },
    ].map((m) => JSON.stringify(m)),
    ...["epoch", "head", "from", "status", "resume", "heartbeat_ms", "ack_every"].map((k) =>
      JSON.stringify({ ...connected(), [k]: {} }),
    ),
    ...[{ ...connected(), from: 0 }, { ...connected(), heartbeat_ms: 0 }, connected({ auth_ms: 0 }), live(-1)].map((m) =>
      JSON.stringify(m),
    ),
    ...[{ code: "x" }, { after_ms: -1 }, { path: 3 }].map((m) =>
      JSON.stringify({ type: "error", task_id: "", code: 4500, ...m }),
    ),
  ];
  for (const frame of hostile) assert.equal(readServerMessage(frame), null, String(frame));
});

test("MS7 no text makes the reader throw", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readServerMessage(text)));
});
