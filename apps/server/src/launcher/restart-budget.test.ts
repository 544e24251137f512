import assert from "node:assert/strict";
import { test } from "node:test";
import { createRestartBudget } from "./restart-budget.ts";

test("API Starting: five restarts in a minute, not six", () => {
  const budget = createRestartBudget();
  assert.deepEqual(
    [0, 1, 2, 3, 59_999].map((now) => budget.take(now)),
    [true, true, true, true, true],
  );
  assert.equal(budget.take(59_999), false);
});

test("API Starting: a restart is forgotten after a minute", () => {
  const budget = createRestartBudget();
  for (const now of [0, 10_000, 20_000, 30_000, 40_000]) budget.take(now);
  assert.equal(budget.take(59_000), false);
  assert.equal(budget.take(60_000), true);
  assert.equal(budget.take(60_001), false);
  assert.equal(budget.take(70_000), true);
});
