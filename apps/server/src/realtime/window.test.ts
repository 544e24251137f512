import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "./window.ts";

const FULL = 256 * 1024;
const open = (w: Window, cursor: number, buffered = 0) => w.room(cursor, buffered).count > 0;

test("SD4 a full socket buffer stops writing until it has fallen to 64 KiB", () => {
  const w = new Window();
  assert.deepEqual(w.room(1, FULL - 1), { bytes: 1, count: Number.POSITIVE_INFINITY });
  assert.ok(!open(w, 1, FULL));
  assert.ok(!open(w, 1, 65 * 1024));
  assert.ok(open(w, 1, 64 * 1024));
});

test("SD4 a client that never acknowledges is not bounded by it", () => {
  const w = new Window();
  for (let seq = 1; seq <= 5_000; seq += 1) w.sent(seq, 1_000);
  assert.ok(open(w, 5_001));
});

test("SD4 once it acknowledges, 512 events or 512 KiB may be outstanding", () => {
  const w = new Window();
  w.ack(0);
  assert.equal(w.room(1, 0).count, 512);
  w.sent(511, 5_000);
  assert.equal(w.room(512, 0).count, 1);
  w.sent(512, 10);
  assert.ok(!open(w, 513));
  w.ack(64);
  assert.equal(w.room(513, 0).count, 64);
  w.ack(32);
  assert.equal(w.room(513, 0).count, 64);
  const bytes = new Window();
  bytes.ack(0);
  bytes.sent(1, 512 * 1024);
  assert.ok(!open(bytes, 2));
  bytes.ack(1);
  assert.equal(bytes.room(2, 0).bytes, FULL);
});
