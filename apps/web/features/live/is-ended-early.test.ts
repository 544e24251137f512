import assert from "node:assert/strict";
import { test } from "node:test";
import { isEndedEarly } from "./is-ended-early.ts";
import { intent, progress, snapshotOf, stage } from "./snapshot.fixture.ts";

const failed = { type: "failed", final: true, error: { code: "c", message: "m" } } as const;
const cancelled = { type: "cancelled", final: true } as const;
const begun = progress("intent_analysis", "started");

test("WEB86 a task has ended early when it ended with nothing understood and nothing drawn", () => {
  assert.equal(isEndedEarly(snapshotOf(begun)), false, "it goes on");
  assert.equal(isEndedEarly(snapshotOf(begun, failed)), true);
  assert.equal(isEndedEarly(snapshotOf(cancelled)), true);
  assert.equal(isEndedEarly(snapshotOf(begun, intent(), cancelled)), false, "what was understood is shown");
  assert.equal(isEndedEarly(snapshotOf(...stage(1, "a"), failed)), false, "what was drawn stays");
});
