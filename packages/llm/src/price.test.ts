import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf, parsePrices } from "./price.ts";
import { priceOf } from "./prices.ts";

test("PL6 an unknown price is unknown, not 0, and so is its cost", () => {
  assert.equal(priceOf("ollama/llama"), null);
  assert.equal(priceOf("openai/never-heard-of"), null);
  assert.equal(costOf(null, { input_tokens: 1, output_tokens: 1 }), null);
  assert.equal(costOf(priceOf("openai/gpt-6-luna"), null), null);
});

test("PL6 list prices carry their day; a host's own win and may be 0", () => {
  const listed = priceOf("anthropic/claude-sonnet-5-5");
  assert.match(listed?.as_of ?? "", /^\d{4}-\d\d-\d\d$/);
  const own = parsePrices(
    '{"anthropic/claude-sonnet-5-5": {"input": 1, "output": 4}, "ollama/llama": {"input": 0, "output": 0}}',
  );
  const price = priceOf("anthropic/claude-sonnet-5-5", own);
  assert.deepEqual(price, { input_usd_per_million: 1, output_usd_per_million: 4, as_of: null });
  assert.equal(costOf(price, { input_tokens: 500_000, output_tokens: 250_000 }), 1.5);
  assert.equal(costOf(priceOf("ollama/llama", own), { input_tokens: 9, output_tokens: 9 }), 0);
});

test("PL6 a wrong price table names the entry, what it held and what it may hold", () => {
  assert.throws(() => parsePrices("{"), /price table is not JSON/);
  assert.throws(() => parsePrices("[]"), /has to be an object/);
  assert.throws(() => parsePrices('{"gpt": {"input": 1, "output": 1}}'), /"gpt".*provider\/model/);
  for (const entry of ['{"input": 1}', '{"input": -1, "output": 1}', '{"input": "1", "output": 1}', "null", "3"]) {
    assert.throws(() => parsePrices(`{"openai/x": ${entry}}`), /"openai\/x" is .*; it has to be/, entry);
  }
});
