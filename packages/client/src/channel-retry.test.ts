import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, live, progresses, progress } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

/** The state's name as a plain string, which the compiler does not narrow across steps. */
const stateOf = (w: WatchedChannel): string => w.connection.state;
const due = (w: WatchedChannel): number => (w.connection.next_try_at ?? NaN) - w.clock.now();

/** Opens, says `connected`, and closes. */
const openAndClose = (w: WatchedChannel, code = 1006): void => w.transport.last.open().say(connected()).end(code);

test("CL3 n grows with every failure, also when the server accepts and says connected each time", async () => {
  const w = new WatchedChannel({ random: () => 1 });
  const delays: number[] = [];
  for (let i = 0; i < 6; i++) {
    openAndClose(w);
    delays.push(due(w));
    await w.until("connecting");
  }
  assert.deepEqual(delays, [1_100, 2_100, 4_100, 8_100, 16_100, 30_100]);
});

test("CL3 n is reset by 10 s alive after connected", async () => {
  const w = new WatchedChannel({ random: () => 1 });
  for (let i = 0; i < 3; i++) {
    openAndClose(w);
    await w.until("connecting");
  }
  w.transport.last.open().say(connected());
  w.clock.advance(9_999);
  assert.equal(w.connection.attempt, 3);
  w.clock.advance(1);
  assert.equal(w.connection.attempt, 0);
  w.transport.last.end(1006);
  assert.equal(due(w), 1_100);
});

test("CL3 n is reset by real progress, and the old log of a reset is none", async () => {
  const w = new WatchedChannel({ random: () => 1 });
  openAndClose(w);
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "ok" }), progress(1));
  assert.equal(w.connection.attempt, 0);
  for (const epoch of ["b", "c"]) {
    w.transport.last.end(1006);
    await w.until("connecting");
    w.transport.last.open().say(connected({ resume: "reset", epoch }), progress(1));
  }
  assert.equal(w.connection.attempt, 2);
});

test("CL3 the server's after_ms is the least wait, and neither the network nor the page shortens it", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say({ type: "error", task_id: "", code: 1013, reason: "overload", action: "backoff", after_ms: 9_000 });
  w.transport.last.end(1013);
  assert.equal(due(w), 9_000);
  w.signals.tell("online");
  w.signals.tell("visible");
  assert.deepEqual([w.transport.dials.length, due(w)], [1, 9_000]);
});

test("CL4 the bucket caps dials whatever triggers them; empty is suspended with the time of the next try", () => {
  const w = new WatchedChannel();
  for (let i = 0; i < 150; i++) {
    if (w.transport.open_count > 0) openAndClose(w);
    w.signals.tell("online");
    w.signals.tell("visible");
    w.clock.advance(300);
  }
  const times = w.transport.dials.map((dial) => dial.at);
  assert.equal(times.filter((at) => at < (times[0] ?? 0) + 60_000).length, 10);
  assert.equal(w.connection.state, "suspended");
  assert.equal(w.connection.next_try_at, (times.at(-10) ?? 0) + 60_000);
});

test("CL4 a click with an empty bucket waits at most 5 s, however often it is repeated", () => {
  const w = new WatchedChannel();
  for (let i = 0; i < 100 && stateOf(w) !== "suspended"; i++) {
    openAndClose(w);
    w.clock.advance(200);
    w.signals.tell("online");
  }
  const dials = w.transport.dials.length;
  w.clock.advance(500);
  for (let i = 0; i < 20; i++) {
    w.channel.retry();
    w.clock.advance(225);
  }
  assert.equal(w.transport.dials.length, dials + 1);
});

test("CL4 a click cuts even the server's wish to 5 s, and a second click does not move it", () => {
  const w = new WatchedChannel();
  w.transport.last
    .open()
    .say({ type: "error", task_id: "", code: 4429, reason: "too many", action: "backoff", after_ms: 600_000 });
  w.transport.last.end(4429);
  w.channel.retry();
  assert.equal(due(w), 5_000);
  w.clock.advance(3_000);
  w.channel.retry();
  assert.equal(due(w), 2_000);
  w.clock.advance(2_000);
  assert.equal(w.transport.dials.length, 2);
});

test("CL4 a dial that stayed 10 s does not count: a link that breaks every 11 s is never suspended", async () => {
  const w = new WatchedChannel();
  for (let i = 0; i < 30; i++) {
    w.transport.last.open().say(connected({ resume: i === 0 ? "fresh" : "ok" }));
    w.clock.advance(11_000);
    w.transport.last.end(1006);
    assert.equal(w.connection.state, "backoff");
    await w.until("connecting");
  }
});

test("CL4 probes have a bucket of the same size", async () => {
  const w = new WatchedChannel();
  for (let i = 0; i < 100; i++) {
    if (w.transport.open_count > 0) w.transport.last.end(1006);
    await w.settle();
    w.channel.retry();
    w.clock.advance(1_000);
  }
  const { dials, probes } = w.state.counters;
  assert.ok(dials > 20, "a person's clicks pass the bucket every 5 s");
  assert.ok(probes <= 20, "their probes do not");
});

/** Down for good: refused dials and no answer over HTTP, until suspended. */
async function suspendedChannel(): Promise<WatchedChannel> {
  const w = new WatchedChannel();
  for (let i = 0; i < 100 && !(w.connection.state === "suspended" && w.connection.attempt >= 10); i++) {
    if (w.transport.open_count > 0) w.transport.last.end(1006);
    await w.settle();
    if (w.connection.state !== "suspended" || w.connection.attempt < 10) w.clock.runNext();
  }
  assert.equal(w.connection.state, "suspended");
  return w;
}

test("CL7 ten failures suspend: one try a minute while visible, at most 30 minutes", async () => {
  const w = await suspendedChannel();
  assert.equal(due(w), 60_000);
  const dials = w.transport.dials.length;
  for (let i = 0; i < 500 && w.clock.runNext(); i++) {
    if (w.transport.open_count > 0) w.transport.last.end(1006);
    await w.settle();
  }
  assert.equal(w.connection.next_try_at, undefined);
  assert.equal(w.transport.dials.length - dials, 30);
});

for (const [how, wake] of [
  ["a click", (w: WatchedChannel) => w.channel.retry()],
  ["the network", (w: WatchedChannel) => w.signals.tell("online")],
  ["a return to the page", (w: WatchedChannel) => w.signals.tell("visible")],
] as const) {
  test(`CL7 ${how} wakes a suspended channel at once`, async () => {
    const w = await suspendedChannel();
    w.clock.sleep(59_000);
    const dials = w.transport.dials.length;
    wake(w);
    assert.equal(w.transport.dials.length, dials + 1);
    assert.equal(w.connection.state, "connecting");
  });
}

test("CL7 out of sight a suspended channel sleeps", async () => {
  const w = await suspendedChannel();
  w.signals.tell("hidden");
  assert.equal(w.connection.next_try_at, undefined);
  assert.equal(w.clock.pending, 0);
});

test("CL7 120 s of failing suspend, too", async () => {
  const w = new WatchedChannel({ random: () => 1 });
  const start = w.clock.now();
  for (let i = 0; i < 100 && stateOf(w) !== "suspended"; i++) {
    if (w.transport.open_count > 0) {
      w.transport.last.open();
      w.clock.advance(7_000);
      w.transport.last.end(4500);
    } else w.clock.runNext();
  }
  assert.ok(w.connection.attempt < 10);
  assert.ok(w.clock.now() - start >= 120_000);
});

test("CC 1012 is one retry that does not count as a failure; a second in a row does", async () => {
  const w = new WatchedChannel({ random: () => 1 });
  openAndClose(w, 1012);
  assert.deepEqual([w.connection.attempt, due(w)], [0, 600]);
  await w.until("connecting");
  openAndClose(w, 1012);
  assert.deepEqual([w.connection.attempt, due(w)], [1, 1_100]);
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "ok" }), ...progresses(1, 2), live(2));
  w.transport.last.end(1012);
  assert.equal(w.connection.attempt, 0);
});

test("CL7 offline is believed after a failure: no probe, one try a minute, and back at once with the network", async () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected(), live(0));
  w.signals.tell("offline");
  assert.equal(w.connection.state, "live", "a server on this machine can still be there");
  w.transport.last.end(1006);
  assert.equal(w.connection.state, "offline");
  assert.equal(due(w), 60_000);
  w.clock.advance(60_000);
  w.transport.last.end(1006);
  await w.settle();
  assert.deepEqual([w.connection.state, w.http.requests.length], ["offline", 0]);
  w.clock.advance(1_000);
  w.signals.tell("online");
  assert.equal(w.connection.state, "connecting");
});

test("CL11 a connection that went with the network is given up after 5 s without an answer to a ping", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(connected(), live(0));
  w.signals.tell("offline");
  assert.deepEqual(w.transport.last.sent, [{ type: "ping" }]);
  w.clock.advance(5_000);
  assert.deepEqual([w.transport.last.hung_up, w.connection.state], [true, "offline"]);
});
