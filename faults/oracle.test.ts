import assert from "node:assert/strict";
import { test } from "node:test";
import type { TaskEvent } from "@wayfinder/protocol";
import { compareWithLog, dialsOverBudget } from "./oracle.ts";
import { noViolations } from "./violations.ts";

const event = (seq: number, message = `${seq}`): TaskEvent => ({
  type: "progress",
  task_id: "t",
  seq,
  at: "2026-01-01T00:00:00.000Z",
  step: "intent_analysis",
  status: "started",
  percent: 1,
  message,
});
const LOG = [1, 2, 3, 4].map((seq) => event(seq));
const found = (seqs: readonly number[], done = true) =>
  compareWithLog(
    seqs.map((seq) => event(seq)),
    LOG,
    done,
  );

test("CL2 the oracle: the whole log in order is right", () => {
  assert.deepEqual(found([1, 2, 3, 4]), noViolations());
});

test("CL2 the oracle names a gap, a duplicate, another order, an altered event, a missing end", () => {
  assert.deepEqual(found([1, 2, 4]), { ...noViolations(), gap: 1, incomplete: 1 });
  assert.deepEqual(found([1, 2, 2, 3, 4]), { ...noViolations(), duplicate: 1 });
  assert.deepEqual(found([1, 3, 2, 4]), { ...noViolations(), gap: 1, reorder: 1 });
  assert.deepEqual(found([1, 2, 3, 4], false), { ...noViolations(), incomplete: 1 });
  assert.deepEqual(compareWithLog([event(1, "x"), ...LOG.slice(1)], LOG, true), { ...noViolations(), altered: 1 });
});

test("CL4 the oracle counts dials that come too close, too many in a minute, too many in an hour", () => {
  assert.equal(dialsOverBudget([0, 250, 500]), 0);
  assert.equal(dialsOverBudget([0, 249]), 1);
  const every = (count: number, ms: number) => Array.from({ length: count }, (_, i) => i * ms);
  assert.equal(dialsOverBudget(every(10, 1_000)), 0);
  assert.equal(dialsOverBudget(every(12, 1_000)), 2);
  assert.equal(dialsOverBudget([...every(11, 10_000), 110_000, 111_000]), 0, "given back");
  assert.equal(dialsOverBudget(every(61, 9_000)), 1);
  assert.equal(dialsOverBudget(every(100, 10_000)), 0, "each stayed long enough to give its token back");
});
