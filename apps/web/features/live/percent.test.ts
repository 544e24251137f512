import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { percentOf } from "./percent.ts";
import { ends, progress, snapshotOf } from "./snapshot.fixture.ts";

const parts = (done: number, total: number): EventBody => ({
  type: "progress",
  step: "content_generation",
  status: "started",
  percent: 70,
  data: { done, total },
});

test("WEB83 a later task is as far as its own parts; what has one part has no percent", () => {
  const half = snapshotOf(parts(2, 4));
  assert.equal(percentOf(half, null), 70);
  assert.equal(percentOf(half, { kind: "missing" }), 50);
  assert.equal(percentOf(snapshotOf(), { kind: "new" }), 0);
  assert.equal(percentOf(snapshotOf(progress("roadmap_edit", "started", 40)), { kind: "change" }), null);
  const completed: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };
  assert.equal(percentOf(snapshotOf(completed), { kind: "missing" }), 100);
});

test("WEB88 what is missing at the end is not done", () => {
  const missing = snapshotOf(parts(4, 4), ends("a/quiz"));
  assert.equal(percentOf(missing, null), 85);
  assert.equal(percentOf(missing, { kind: "missing" }), 75);
  assert.equal(percentOf(snapshotOf(parts(4, 4), ends()), null), 100);
});
