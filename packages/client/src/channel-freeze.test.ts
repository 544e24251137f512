import assert from "node:assert/strict";
import { test } from "node:test";
import { completed, connected, EPOCH, live, progress, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

test("CL7 a page that is put away has no connection and no timer; when it returns, it resumes from the last event", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected({ head: 1 }), progress(1), live(1));
  w.signals.tell("frozen");
  assert.deepEqual([w.connection.state, w.connection.next_try_at], ["suspended", undefined]);
  assert.deepEqual([w.clock.pending, w.transport.open_count], [0, 0]);
  w.clock.sleep(3_600_000);
  w.signals.tell("thawed");
  assert.equal(w.transport.last.url.search, `?include_history=true&after=1&epoch=${EPOCH}`);
  w.transport.last.open().say(connected({ head: 2, from: 2, resume: "ok" }), completed(2));
  assert.deepEqual([w.connection.state, w.numbers], ["done", [1, 2]]);
});

test("CL7 put away in the middle of a probe or a wait, it asks and waits for nothing, and is woken by its return only", async () => {
  for (const state of ["probing", "backoff"]) {
    const w = new WatchedChannel({ answer: () => (state === "probing" ? "silent" : "unreachable") });
    w.transport.last.end(1006);
    await w.until(state);
    w.signals.tell("frozen");
    await w.settle();
    assert.deepEqual([w.clock.pending, w.http.under_way, w.connection.state], [0, 0, "suspended"]);
    w.clock.sleep(1_000);
    w.signals.tell("thawed");
    assert.deepEqual([w.connection.state, w.transport.dials.length], ["connecting", 2]);
  }
});

test("CL9 a finished channel that is put away does not wait for the server's close", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected({ head: 1 }), completed(1));
  w.signals.tell("frozen");
  assert.deepEqual(
    [w.connection.state, w.leaks()["timers"], w.leaks()["connections"], w.signals.listeners.size],
    ["done", 0, 0, 0],
  );
});

test("CL7 an unfrozen channel takes no harm from a return that it did not leave for", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected({ head: 1 }), progress(1), { type: "heartbeat", task_id: TASK, head: 1 });
  w.signals.tell("thawed");
  assert.deepEqual([w.connection.state, w.transport.dials.length], ["replaying", 1]);
});
