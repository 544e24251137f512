import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "./window.ts";

test("SD4 a full socket buffer stops writing until it has fallen to 64 KiB", () => {
  const w = new Window();
  assert.ok(w.hasRoom(256 * 1024 - 1));
  assert.ok(!w.hasRoom(256 * 1024));
  assert.ok(!w.hasRoom(65 * 1024));
  assert.ok(w.hasRoom(64 * 1024));
});

test("SD4 a client that never acknowledges is not bounded by it", () => {
  const w = new Window();
  for (let seq = 1; seq <= 5_000; seq += 1) w.sent(seq, 1_000);
  assert.ok(w.hasRoom(0));
});

test("SD4 once it acknowledges, 512 events or 512 KiB may be outstanding", () => {
  const w = new Window();
  w.ack(0);
  for (let seq = 1; seq <= 511; seq += 1) w.sent(seq, 10);
  assert.ok(w.hasRoom(0));
  w.sent(512, 10);
  assert.ok(!w.hasRoom(0));
  w.ack(64);
  assert.ok(w.hasRoom(0));
  const bytes = new Window();
  bytes.ack(0);
  bytes.sent(1, 512 * 1024);
  assert.ok(!bytes.hasRoom(0));
  bytes.ack(1);
  assert.ok(bytes.hasRoom(0));
});
