import assert from "node:assert/strict";
import { test } from "node:test";
import { completed, connected, delta, EPOCH, live, progress, progresses, TASK } from "./testing/messages.ts";
import { WatchedChannel } from "./testing/watched-channel.ts";

const query = (w: WatchedChannel) => Object.fromEntries(w.transport.last.url.searchParams);

/** A channel that has delivered events 1 to `n` and is live. */
function liveAt(n: number, options: ConstructorParameters<typeof WatchedChannel>[0] = {}): WatchedChannel {
  const w = new WatchedChannel(options);
  w.transport.last.open().say(connected({ head: n }), ...progresses(1, n), live(n));
  return w;
}

test("CL1 a healthy run goes connecting, replaying, live, done", () => {
  const w = new WatchedChannel();
  assert.equal(w.connection.state, "connecting");
  w.transport.last.open();
  assert.equal(w.connection.state, "connecting");
  w.transport.last.say(connected({ head: 2 }));
  assert.equal(w.connection.state, "replaying");
  w.transport.last.say(...progresses(1, 2), live(2));
  assert.equal(w.connection.state, "live");
  w.transport.last.say(completed(3));
  assert.equal(w.connection.state, "done");
  assert.deepEqual(w.numbers, [1, 2, 3]);
  assert.equal(w.state.snapshot.status, "completed");
});

test("HS1 every reconnect sends after and epoch, also before the first event", async () => {
  const w = new WatchedChannel();
  assert.deepEqual(query(w), { include_history: "true" });
  w.transport.last.open().say(connected()).end(1006);
  await w.until("connecting");
  assert.deepEqual(query(w), { include_history: "true", after: "0", epoch: EPOCH });
  w.transport.last
    .open()
    .say(connected({ resume: "ok" }), ...progresses(1, 3))
    .end(1006);
  await w.until("connecting");
  assert.deepEqual(query(w), { include_history: "true", after: "3", epoch: EPOCH });
  w.transport.last.open().say(connected({ resume: "ok", from: 4 }), progress(4));
  assert.deepEqual(w.numbers, [1, 2, 3, 4]);
});

test("HS1 a caller that has events already begins after them", () => {
  const w = new WatchedChannel({ after: 5 });
  assert.deepEqual(query(w), { include_history: "true", after: "5" });
  w.transport.last.open().say(connected({ from: 1 }), ...progresses(4, 7));
  assert.deepEqual(w.numbers, [6, 7], "a server that begins earlier brings nothing twice");
});

test("HS1 without history the server's `from` is the beginning", async () => {
  const w = new WatchedChannel();
  w.transport.last
    .open()
    .say(connected({ from: 8, head: 7 }), live(7), progress(8))
    .end(1006);
  await w.until("connecting");
  assert.deepEqual(w.numbers, [8]);
  assert.equal(query(w)["after"], "8");
});

test("HS7 after a reset everything before is forgotten and the whole new log follows", async () => {
  const w = liveAt(3);
  w.transport.last.end(1006);
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "reset", epoch: "epoch-b", head: 2 }));
  assert.deepEqual([w.resets, w.state.snapshot.seq, w.state.timeline.length], [1, 0, 0]);
  w.transport.last.say(...progresses(1, 2), live(2)).end(1006);
  assert.deepEqual(w.numbers, [1, 2]);
  await w.until("connecting");
  assert.deepEqual([query(w)["after"], query(w)["epoch"]], ["2", "epoch-b"]);
  assert.deepEqual([w.state.counters.resets, w.state.snapshot.seq], [1, 2]);
});

test("CL2 another epoch without a reset is not followed: the whole log is asked for again", async () => {
  const w = liveAt(3);
  w.transport.last.end(1006);
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "ok", epoch: "epoch-b", from: 4 }), progress(4));
  assert.deepEqual(w.numbers, []);
  await w.until("connecting");
  assert.deepEqual(query(w), { include_history: "true" });
});

test("CL2 lower numbers are dropped and counted", () => {
  const w = liveAt(3);
  w.transport.last.say(progress(3, "again"), progress(1, "again"), progress(4));
  assert.deepEqual(w.numbers, [1, 2, 3, 4]);
  assert.equal(w.state.counters.duplicates, 2);
});

test("CL2 a higher number delivers nothing and reconnects from the last one", async () => {
  const w = liveAt(3);
  const before = w.transport.last;
  before.say(progress(5), progress(4));
  assert.deepEqual([w.numbers, before.hung_up, w.state.counters.gaps], [[1, 2, 3], true, 1]);
  await w.until("connecting");
  assert.equal(query(w)["after"], "3");
});

test("CL2 an earlier connection has no say any more", async () => {
  const w = liveAt(3);
  const old = w.transport.last;
  old.say(progress(5));
  await w.until("connecting");
  old.say(progress(4, "stale"));
  old.end(4404);
  w.transport.last.open().say(connected({ resume: "ok", from: 4 }));
  old.say(progress(4, "stale"));
  assert.deepEqual([w.numbers, w.connection.state, w.state.counters.stale], [[1, 2, 3], "replaying", 3]);
});

test("CL2 the position is set before the handler runs: one that throws or calls back sees each event once", () => {
  const seen: number[] = [];
  const w = liveAt(0, {
    onEvent: (event) => {
      seen.push(event.seq);
      w.channel.retry();
      throw new Error("broken view");
    },
  });
  w.transport.last.say(progress(1), progress(1), progress(2));
  assert.deepEqual(seen, [1, 2]);
  assert.equal(w.lines.filter((line) => line.startsWith("error ")).length, 2);
});

test("MS1 nothing counts before connected, and connected comes once", () => {
  const w = new WatchedChannel();
  w.transport.last.open().say(progress(1), live(9), connected(), connected({ from: 5 }), progress(1));
  assert.deepEqual([w.numbers, w.state.counters.malformed], [[1], 3]);
});

test("MS7 messages of another task are dropped", () => {
  const w = liveAt(1);
  w.transport.last.say({ ...progress(2), task_id: "other" }, { ...live(9), task_id: "other" });
  assert.deepEqual([w.numbers, w.state.counters.malformed, w.connection.state], [[1], 2, "live"]);
});

test("MS3 an event of a type from the future keeps its number and breaks nothing", () => {
  const w = liveAt(1);
  w.transport.last.say({ type: "tutor_said", task_id: TASK, seq: 2, at: "2026-01-01T00:00:00Z", words: [] }, progress(3));
  const { snapshot, counters, timeline } = w.state;
  assert.deepEqual([w.numbers, snapshot.seq, counters.unknown, timeline.length], [[1, 2, 3], 3, 1, 3]);
});

test("MS3 an event that the fold cannot apply is counted and the rest goes on", () => {
  const w = liveAt(1);
  w.transport.last.say({ type: "outline_delta", task_id: TASK, seq: 2, at: "x" }, progress(3));
  assert.deepEqual([w.numbers, w.state.snapshot.seq, w.state.counters.unfolded], [[1, 2, 3], 3, 1]);
});

test("MS5 acks follow every ack_every events, live and the end, and never run ahead of the delivery", () => {
  const order: string[] = [];
  const w = new WatchedChannel({
    onEvent: (event) => order.push(`event ${event.seq}`),
    send: (_, message) => order.push(message.type === "ack" ? `ack ${message.seq}` : message.type),
  });
  w.transport.last.open().say(connected({ ack_every: 2, head: 3 }), ...progresses(1, 3), live(3), completed(4));
  assert.deepEqual(order, ["event 1", "event 2", "ack 2", "event 3", "ack 3", "event 4", "ack 4"]);
});

test("MS5 nothing new, nothing to ack", () => {
  const w = liveAt(0);
  assert.deepEqual(w.transport.last.sent, []);
});

test("LG6 a log that had ended and that we have whole is done without another event", async () => {
  const w = new WatchedChannel({ after: 4 });
  w.transport.last.open().say(connected({ from: 5, head: 4, status: "completed", resume: "ok" }), live(4));
  assert.equal(w.connection.state, "done");
  w.transport.last.end(4000);
  assert.deepEqual(w.leaks(), { ...w.leaks(), timers: 0, listeners: 0 });
});

test("LG6 completion is never inferred from a close: 4000 without the final event resumes", async () => {
  const w = liveAt(3);
  w.transport.last.end(4000);
  assert.equal(w.connection.state, "backoff");
  await w.until("connecting");
  w.transport.last.open().say(connected({ resume: "ok", from: 4, head: 4 }), completed(4));
  assert.equal(w.connection.state, "done");
});

test("MS3 the timeline keeps the newest 500 events without content_delta; the text is in the snapshot", () => {
  const w = liveAt(600);
  w.transport.last.say(delta(601, "ab"), delta(602, "cd", 2));
  const { timeline, snapshot } = w.state;
  assert.deepEqual([timeline.length, timeline[0]?.seq, timeline.at(-1)?.seq], [500, 101, 600]);
  assert.equal(snapshot.texts["u1"]?.text, "abcd");
});
