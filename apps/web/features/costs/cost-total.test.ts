import assert from "node:assert/strict";
import { test } from "node:test";
import { costTotal, hasAsked } from "./cost-total.ts";

const usage = (tokens: number, cost_usd: number | null) => ({ input_tokens: tokens, output_tokens: 1, cost_usd });

test("WEB87 the cost of a roadmap is that of all its tasks, and unknown where one of them is", () => {
  assert.deepEqual(costTotal([usage(9, 0.25), usage(4, 0.5)]), { tokens: 15, cost_usd: 0.75 });
  assert.deepEqual(costTotal([usage(9, 0.25), usage(4, null)]), { tokens: 15, cost_usd: null });
  assert.deepEqual(costTotal([]), { tokens: 0, cost_usd: 0 });
});

test("WEB87 a task whose only call was cut off has asked a model", () => {
  const nothing = { input_tokens: 0, output_tokens: 0, cost_usd: 0 };
  const unconfirmed = { calls: 1, input_tokens: 5, output_tokens: 5, cost_usd: null };
  assert.equal(hasAsked({ usage: nothing }), false);
  assert.equal(hasAsked({ usage: { ...nothing, unconfirmed } }), true);
});
