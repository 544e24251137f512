import assert from "node:assert/strict";
import { test } from "node:test";
import { completed, connected, delta, heartbeat, live, progress, progresses, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const shown = (w: WatchedChannel): string[] => w.lines.filter((line) => !line.startsWith("debug "));

test("CL10 a healthy run prints exactly this, without the query and without closed or reconnecting", () => {
  const w = new WatchedChannel();
  w.transport.last
    .open()
    .say(connected({ head: 1 }), progress(1), live(1), delta(2, "text"), heartbeat(2), completed(3))
    .end(4000);
  assert.deepEqual(w.lines, [
    `[WS] Connecting to: ws://localhost:8000/api/v1/ws/${TASK}`,
    "[WS] Connected",
    "[WS] Message: connected",
    "[WS] Message: progress",
    "debug [WS] Message: live",
    "debug [WS] Message: content_delta",
    "debug [WS] Message: heartbeat",
    "[WS] Message: completed",
    "[WS] Finished",
  ]);
});

test("CL10 one line per event delivered, replayed ones too, and none for what was dropped", async () => {
  const w = new WatchedChannel();
  w.transport.last
    .open()
    .say(connected(), ...progresses(1, 3), progress(2), "garbage")
    .end(1006);
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "reset", epoch: "b" }), ...progresses(1, 2));
  assert.equal(w.lines.filter((line) => line === "[WS] Message: progress").length, 5);
});

test("CL10 an unexpected close says its code and that it reconnects", async () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected()).end(1006);
  assert.deepEqual(shown(w).slice(-2), ["[WS] Connection closed (1006)", "[WS] Reconnecting..."]);
  await w.until("connecting");
  assert.equal(shown(w).at(-1), `[WS] Connecting to: ws://localhost:8000/api/v1/ws/${TASK}`);
});

test("CL10 a close that stops does not say that it reconnects", () => {
  const w = new WatchedChannel();
  w.transport.last.open().end(4403);
  assert.deepEqual(shown(w).slice(-2), [
    "[WS] Connection closed (4403)",
    `error [WS] Stopped (not yours): ws://localhost:8000/api/v1/ws/${TASK}`,
  ]);
});

test("CL10 a hostile type is cut before it is printed", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected(), { ...progress(1), type: "x".repeat(1_000_000) });
  assert.equal(w.lines.at(-1), `[WS] Message: ${"x".repeat(64)}`);
});

test("CL10 a dial that the bucket refused is not printed", () => {
  const w = new WatchedChannel();
  for (let i = 0; i < 50; i++) {
    if (w.transport.open_count > 0) w.transport.last.open().say(connected()).end(1006);
    w.clock.advance(250);
    w.signals.tell("online");
  }
  assert.equal(w.connection.state, "suspended");
  assert.equal(w.lines.filter((line) => line.startsWith("[WS] Connecting")).length, w.transport.dials.length);
});
