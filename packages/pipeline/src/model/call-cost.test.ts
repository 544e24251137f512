import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { callAnswer, questionWithWorst } from "./call-cost.ts";

const PRICE = { input_usd: 1_000_000, output_usd: 2_000_000 };
const worstOf = (prompt: string) => questionWithWorst({ system: "s", prompt, max_output_tokens: 10 }, PRICE).worst;

test("PL6 the worst case is a token for each byte: of emoji and rare scripts more than one a character", () => {
  const { input_tokens: without } = worstOf("");
  const grows = (prompt: string) => worstOf(prompt).input_tokens - without;
  assert.deepEqual(["a", "\u00e9", "\u5bfb", "\u{20000}", "\u{1f9d1}\u200d\u{1f33e}"].map(grows), [1, 2, 3, 4, 11]);
});

test("PL6 no text has more bytes than what is reserved for it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (prompt) => worstOf(prompt).input_tokens >= Buffer.byteLength(prompt, "utf8")),
  );
});

test("PL6 the worst case has its price, or none where none is known", () => {
  const { input_tokens, output_tokens, cost_usd } = worstOf("p");
  assert.equal(cost_usd, input_tokens + 2 * output_tokens);
  assert.equal(questionWithWorst({ system: "s", prompt: "p", max_output_tokens: 10 }, null).worst.cost_usd, null);
});

test("PL6 an answer that has words and no tokens was not counted: what it cost is unknown, not nothing", () => {
  const cost = (text: string, output_tokens: number) =>
    callAnswer({ text, finish: "stop", tokens: { input_tokens: 0, output_tokens } }, PRICE).cost;
  assert.equal(cost("words", 0), null);
  assert.deepEqual(cost("words", 1), { input_tokens: 0, output_tokens: 1, cost_usd: 2 });
  assert.deepEqual(cost(" ", 0), { input_tokens: 0, output_tokens: 0, cost_usd: 0 });
});
