import assert from "node:assert/strict";
import { test } from "node:test";
import { addTallies, NO_TESTS, tallyLine } from "./tally.ts";

test("API Starting: the last line names passed and failed, and skipped only if there are any", () => {
  assert.equal(tallyLine({ passed: 12, failed: 0, skipped: 0 }), "12 passed, 0 failed");
  assert.equal(tallyLine({ passed: 1, failed: 2, skipped: 3 }), "1 passed, 2 failed, 3 skipped");
});

test("API Starting: sums count each test once", () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  assert.deepEqual(addTallies(addTallies(NO_TESTS, one), one), { passed: 2, failed: 4, skipped: 6 });
});
