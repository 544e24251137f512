import assert from "node:assert/strict";
import { test } from "node:test";
import { CLOSE } from "@wayfinder/protocol";
import { Log, pumpOn, settle, upTo } from "./pump.fixture.ts";

test("SD2 history from the table, then live events, are one gapless run, with `live` between", async () => {
  const log = new Log();
  log.add(2_500);
  const { wire, tail, pump } = pumpOn(log, 1);
  pump.wake();
  await settle();
  log.add(500);
  await tail.advance(3_000);
  await settle();
  assert.deepEqual(wire.seqs, upTo(3_000));
  assert.equal(
    wire.messages.findIndex((m) => m.type === "live"),
    2_500,
  );
});

test("MS2 events of one turn leave in one write", async () => {
  const log = new Log();
  const { wire, tail, pump } = pumpOn(log, 1);
  pump.wake();
  await settle();
  const before = wire.writes;
  await tail.advance(log.add(50));
  await settle();
  assert.equal(wire.writes - before, 1);
});

test("LG7 repeated and reordered wake-ups change nothing", async () => {
  const log = new Log();
  const { wire, tail, pump } = pumpOn(log, 1);
  log.add(10);
  await Promise.all([tail.advance(10), tail.advance(3), tail.advance(10), tail.advance(1)]);
  pump.wake();
  pump.wake();
  await settle();
  assert.deepEqual(wire.seqs, upTo(10));
});

test("SD4 without room nothing is written; with room it goes on where it stopped", async () => {
  const log = new Log();
  const { wire, tail, pump } = pumpOn(log, 1);
  wire.holding = true;
  await tail.advance(log.add(6_000));
  await settle();
  const first = wire.seqs.length;
  assert.ok(first > 0 && first < 6_000, `${first} written`);
  for (let i = 0; i < 100 && wire.seqs.length < 6_000; i += 1) {
    wire.held = 0;
    pump.wake();
    await settle();
  }
  assert.deepEqual(wire.seqs, upTo(6_000));
});

test("SD1 after beginClose nothing is sent, and a second close changes nothing", async () => {
  const log = new Log();
  const { wire, tail, pump, after } = pumpOn(log, 1);
  pump.beginClose(CLOSE.restart, { after_ms: 7 });
  pump.beginClose(CLOSE.internal);
  pump.control({ type: "live", task_id: "t", head: 0 });
  await tail.advance(log.add(5));
  await settle();
  assert.deepEqual(wire.closes, [1012]);
  assert.deepEqual(
    wire.messages.map((m) => m.type),
    ["error"],
  );
  assert.deepEqual(after, []);
});

test("SD1 a connection that the peer or a broken frame ended is not written to, and cut a second later", async () => {
  const log = new Log();
  log.add(1_500);
  const { wire, tail, pump, after, pass } = pumpOn(log, 1);
  pump.wake();
  await new Promise((resolve) => setImmediate(resolve));
  wire.open = false; // while a page is read
  await settle();
  const writes = wire.writes;
  await tail.advance(log.add(5));
  pump.control({ type: "live", task_id: "t", head: 0 });
  pump.beginClose(CLOSE.restart);
  pass(0);
  pass(1_000);
  await settle();
  assert.deepEqual([wire.writes, wire.closes, wire.terminated, after], [writes, [], 1, []]);
});

test("CC 4000 follows the final event after a second", async () => {
  const log = new Log();
  const { wire, tail, pass } = pumpOn(log, 1);
  log.add(3);
  await tail.advance(log.add(1, { type: "cancelled", final: true }));
  await settle();
  pass(999);
  assert.deepEqual(wire.closes, []);
  pass(1);
  assert.deepEqual(wire.closes, [4000]);
});

test("MS4 a heartbeat with the head after 20 s of silence; SD7 two missed pongs end it", async () => {
  const log = new Log();
  log.add(2);
  const { wire, pump, pass } = pumpOn(log, 3);
  pump.wake();
  await settle();
  pass(20_000);
  await settle();
  assert.deepEqual(wire.messages.at(-1), { type: "heartbeat", task_id: "t", head: 2 });
  pass(20_000);
  pass(20_000);
  assert.deepEqual([wire.pings, wire.terminated], [2, 1]);
});

test("SD5 a reader that makes no progress for 30 s is closed with 4508 and cut a second later", async () => {
  const log = new Log();
  const { wire, tail, pass } = pumpOn(log, 1);
  wire.holding = true;
  await tail.advance(log.add(6_000));
  await settle();
  pass(15_000);
  pass(15_000);
  assert.deepEqual(wire.closes, [4508]);
  pass(1_000);
  assert.equal(wire.terminated, 1);
});

test("SD4 questions without end are answered once a turn, and not at all to a reader that reads nothing", async () => {
  const log = new Log();
  log.add(1);
  const { wire, pump } = pumpOn(log, 2);
  for (let i = 0; i < 1_000; i += 1) pump.control({ type: "pong", task_id: "t", head: 1 });
  await settle();
  assert.equal(wire.messages.filter((m) => m.type === "pong").length, 1);
  wire.held = 1024 * 1024;
  for (let i = 0; i < 50; i += 1) {
    pump.control({ type: "pong", task_id: "t", head: 1 });
    await settle();
  }
  assert.equal(wire.messages.filter((m) => m.type === "pong").length, 1);
});

test("SD5 acknowledging the same again is no progress; a falling buffer is", async () => {
  const log = new Log();
  const { wire, tail, pump, pass } = pumpOn(log, 1);
  wire.holding = true;
  await tail.advance(log.add(6_000));
  await settle();
  pump.ack(0);
  for (let i = 0; i < 3; i += 1) {
    pass(20_000);
    wire.held -= 1;
    pump.pong();
  }
  assert.deepEqual(wire.closes, []);
  for (let i = 0; i < 3; i += 1) {
    pass(15_000);
    pump.ack(0);
    pump.pong();
  }
  assert.deepEqual(wire.closes, [4508]);
});

test("MS5 an ack of an event that was not sent is a bad message", () => {
  const { wire, pump } = pumpOn(new Log(), 1);
  pump.ack(1);
  assert.deepEqual(wire.closes, [4400]);
});

test("SD4 a reader is slow while events wait for its room, and not when there is nothing to send", async () => {
  const log = new Log();
  const { wire, tail, pump } = pumpOn(log, 1);
  wire.holding = true;
  wire.held = 300 * 1024;
  assert.equal(pump.isSlow, false);
  await tail.advance(log.add(1));
  await settle();
  assert.equal(pump.isSlow, true);
  wire.held = 0;
  pump.wake();
  await settle();
  assert.equal(pump.isSlow, false);
  assert.equal(pump.closeCode, null);
  pump.beginClose(CLOSE.slow_reader);
  assert.deepEqual([pump.isSlow, pump.closeCode], [false, 4508]);
});

test("MS4 what is delivered is told: timed when it went out as it came, not timed when it is history or had to wait", async () => {
  const log = new Log();
  log.add(3);
  const { wire, tail, pump, pass, told } = pumpOn(log, 1);
  pump.wake();
  await settle();
  await tail.advance(log.add(2));
  await settle();
  wire.holding = true;
  wire.held = 300 * 1024;
  await tail.advance(log.add(4));
  await settle();
  wire.held = 0;
  pump.wake();
  await settle();
  await tail.advance(log.add(1));
  await settle();
  pass(20_000);
  assert.deepEqual(told, [[3, false], [2, true], [4, false], [1, true], "heartbeat"]);
});

test("LG10 a watcher whose log was removed before it had read it is closed with 4410", async () => {
  const log = new Log();
  log.add(2_000);
  const { wire, pump } = pumpOn(log, 1);
  log.events.length = 0;
  pump.wake();
  await settle();
  assert.deepEqual([wire.closes, log.reads], [[4410], 1]);
});

test("LG10 a live watcher whose log was removed before its newest event was read is closed with 4410", async () => {
  const log = new Log();
  log.add(2);
  const { wire, tail, pump } = pumpOn(log, 3);
  pump.wake();
  await settle();
  log.events.length = 0; // and the word of the removal was lost
  await tail.advance(3);
  await settle();
  assert.deepEqual([wire.closes, wire.messages.map((m) => m.type)], [[4410], ["live", "error"]]);
});

test("MS4 what was appended before a watcher was live is not timed", async () => {
  const log = new Log();
  const { tail, pump, told, tellTime } = pumpOn(log, 1);
  tellTime("2026-01-01T00:00:00.000Z");
  pump.wake();
  await settle();
  await tail.advance(log.add(2));
  await settle();
  assert.deepEqual(told, [[2, false]]);
});
