import assert from "node:assert/strict";
import { test } from "node:test";
import type { CallAnswer, StepContext } from "@wayfinder/engine";
import type { ModelTokens } from "./model.ts";
import { paidCall } from "./paid-call.ts";

/** What goes into the journal of a call with such an answer. */
function kept(text: string, tokens: ModelTokens): Promise<CallAnswer> {
  const context = {
    signal: new AbortController().signal,
    call: (_: unknown, perform: () => Promise<CallAnswer>) => perform(),
  } as unknown as StepContext;
  const kit = {
    models: { modelFor: async () => null },
    priceOf: () => ({ input_usd: 1_000_000, output_usd: 0 }),
    later: () => () => {},
  };
  const model = { name: "test/scripted", ask: async () => ({ text, tokens, finish: "stop" as const }) };
  const request = { system: "s", prompt: "p", max_output_tokens: 10 };
  return paidCall(context, kit, { key: "k", role: "tutor", prompt: "p@1", request, model });
}

test("PL2 an answer can always be kept: without the zero character and halves of characters", async () => {
  const { text } = await kept("a\u0000b\ud83d", { input_tokens: 2, output_tokens: 1 });
  assert.equal(text, "ab\ufffd");
});

test("PL6 a count of tokens that is none is unknown: below zero, a fraction, beyond all measure", async () => {
  const cost = async (input_tokens: number) => (await kept("x", { input_tokens, output_tokens: 1 })).cost;
  assert.deepEqual(await cost(2), { input_tokens: 2, output_tokens: 1, cost_usd: 2 });
  for (const input_tokens of [-1_000_000, 1.5, 3e9, Number.NaN]) assert.equal(await cost(input_tokens), null);
});
