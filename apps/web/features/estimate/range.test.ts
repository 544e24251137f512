import assert from "node:assert/strict";
import { test } from "node:test";
import { likelyPercent } from "./range.ts";

test("WEB13 likely stands where it is between low and high, with room for its label", () => {
  assert.equal(likelyPercent({ low: 10, likely: 14, high: 18 }), 50);
  assert.equal(likelyPercent({ low: 8, likely: 8, high: 13 }), 42);
  assert.equal(likelyPercent({ low: 1, likely: 9, high: 10 }), 58);
  assert.equal(likelyPercent({ low: 2, likely: 2, high: 2 }), 50);
});
