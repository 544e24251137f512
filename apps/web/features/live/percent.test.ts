import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { percentOf } from "./percent.ts";
import { progress, snapshotOf } from "./snapshot.fixture.ts";

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
