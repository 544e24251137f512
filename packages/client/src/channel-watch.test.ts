import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, heartbeat, live, progress, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

/** A live channel with heartbeats every 20 s: silence is 45 s. */
function liveChannel(): WatchedChannel {
  const w = new WatchedChannel({ answer: () => ({ status: 426, headers: { "X-Task-Channel": "1" } }) });
  w.transport.last.open().say(connected(), live(0));
  return w;
}
const isUp = (w: WatchedChannel): boolean => w.transport.dials[0]?.hung_up === false;

test("CL11 no `connected` within 8 s: probe", async () => {
  for (const opens of [false, true]) {
    const w = new WatchedChannel({ answer: () => ({ status: 426, headers: { "X-Task-Channel": "1" } }) });
    if (opens) w.transport.last.open();
    w.clock.advance(7_999);
    assert.equal(w.connection.state, "connecting");
    w.clock.advance(1);
    assert.deepEqual([w.connection.state, w.transport.last.hung_up], ["probing", true]);
    await w.until("backoff");
  }
});

test("CL11 an error that was told stands for the close that never came", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say({ type: "error", task_id: "", code: 4426, reason: "wrong path", action: "stop", path: "/x" });
  w.clock.advance(8_000);
  assert.equal(w.connection.right_path, "/x");
});

test("CL11 nothing for two heartbeats and 5 s: reconnect; anything heard counts", () => {
  const w = liveChannel();
  w.clock.advance(40_000);
  w.transport.last.say(heartbeat(0));
  w.clock.advance(44_999);
  assert.ok(isUp(w));
  w.clock.advance(1);
  assert.equal(isUp(w), false);
  assert.equal(w.connection.state, "backoff");
});

test("CL11 a heartbeat's head that stays ahead for 5 s: the tail was lost, resume from the last", async () => {
  const w = liveChannel();
  w.transport.last.say(progress(1), heartbeat(3));
  w.clock.advance(4_999);
  w.transport.last.say(progress(2), heartbeat(3));
  assert.ok(isUp(w));
  w.clock.advance(1);
  assert.equal(isUp(w), false);
  await w.until("connecting");
  assert.equal(w.transport.last.url.searchParams.get("after"), "2");
});

test("CL11 catching up within 5 s is fine; `live`, pong and status tell heads, too", () => {
  for (const message of [
    live(1),
    heartbeat(1),
    { type: "pong", task_id: TASK, head: 1 },
    { type: "status", task_id: TASK, head: 1 },
  ]) {
    const caught = liveChannel();
    caught.transport.last.say(message);
    caught.clock.advance(4_000);
    caught.transport.last.say(progress(1));
    caught.clock.advance(4_000);
    assert.ok(isUp(caught));
    const lost = liveChannel();
    lost.transport.last.say(message);
    lost.clock.advance(5_000);
    assert.equal(isUp(lost), false);
  }
});

test("CL11 a machine that slept reconnects as soon as its timers run", () => {
  const w = liveChannel();
  w.clock.sleep(16_000);
  w.clock.advance(0);
  assert.equal(isUp(w), false);
});

test("CL11 a clock that was set back or forth reconnects", () => {
  for (const ms of [-3_600_000, -6_000, 86_400_000]) {
    const w = liveChannel();
    w.clock.set(ms);
    assert.ok(isUp(w));
    w.clock.advance(5_000);
    assert.equal(isUp(w), false, String(ms));
  }
});

test("CL11 a page out of sight runs timers once a minute: that is no jump", () => {
  const w = liveChannel();
  w.signals.tell("hidden");
  w.clock.sleep(30_000);
  w.transport.last.say(heartbeat(0));
  w.clock.sleep(30_000);
  w.clock.advance(0);
  assert.ok(isUp(w));
  w.clock.sleep(100_000);
  w.transport.last.say(heartbeat(0));
  w.clock.advance(0);
  assert.equal(isUp(w), false);
});

test("CL11 a return to the page asks for a sign of life; without one in 5 s it reconnects", () => {
  const w = liveChannel();
  w.signals.tell("visible");
  assert.deepEqual(w.transport.last.sent, [{ type: "ping" }]);
  w.clock.advance(4_000);
  w.transport.last.say({ type: "pong", task_id: TASK, head: 0 });
  w.clock.advance(4_000);
  assert.ok(isUp(w));
  w.signals.tell("online");
  w.clock.advance(5_000);
  assert.equal(isUp(w), false);
});

test("CL11 a return after too long a silence reconnects at once", () => {
  const w = liveChannel();
  w.signals.tell("hidden");
  w.clock.sleep(46_000);
  w.signals.tell("visible");
  assert.equal(isUp(w), false);
});
