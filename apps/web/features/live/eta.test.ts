import assert from "node:assert/strict";
import { test } from "node:test";
import { partsOf, remainingMs } from "./eta.ts";
import { progress, snapshotOf } from "./snapshot.fixture.ts";

test("WEB75 the rest takes as long as the pace so far says, once there is a pace", () => {
  assert.equal(remainingMs({ at: 0, done: 0 }, { at: 10_000, done: 2 }, 12), null);
  assert.equal(remainingMs({ at: 0, done: 2 }, { at: 10_000, done: 7 }, 12), 10_000);
  assert.equal(remainingMs({ at: 0, done: 2 }, { at: 10_000, done: 12 }, 12), 0);
  assert.equal(remainingMs({ at: 5, done: 0 }, { at: 5, done: 9 }, 12), null);
});

test("WEB75 parts are counted by the log", () => {
  assert.equal(partsOf(snapshotOf(progress("content_generation", "started"))), null);
  const told = { ...progress("content_generation", "started"), data: { done: 4, total: 12 } } as const;
  assert.deepEqual(partsOf(snapshotOf(told)), { done: 4, total: 12 });
});
