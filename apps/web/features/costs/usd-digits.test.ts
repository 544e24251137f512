import assert from "node:assert/strict";
import { test } from "node:test";
import { usdDigits } from "./usd-digits.ts";

test("WEB87 one small amount gives all below each other four decimals; nothing, and what is not known, are not small", () => {
  assert.equal(usdDigits([0.002, 1.25]), 4);
  assert.equal(usdDigits([1.25, 0.1]), 2);
  assert.equal(usdDigits([0, null]), 2);
});
