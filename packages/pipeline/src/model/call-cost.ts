import type { CallAnswer, CallRequest, Cost } from "@wayfinder/engine";
import type { Price } from "./kit.ts";
import type { ModelAnswer, ModelRequest, ModelTokens } from "./model.ts";
import { storableText, storableTokens } from "./storable.ts";

const MILLION = 1_000_000;
const UTF_8 = new TextEncoder();

/** All that goes to the model, as text. */
const inputOf = ({ system, prompt, schema }: ModelRequest): string => JSON.stringify([system, prompt, schema ?? null]);

/**
 * A question with the most that it can cost (PL6): a token for each byte of its UTF-8, and the whole room for an answer.
 *
 * No more tokens than bytes come out of a byte-level BPE, which begins with the bytes and only ever joins (Radford et al. 2019, "Language
 * Models are Unsupervised Multitask Learners", 2.2), nor out of SentencePiece with byte fallback, which takes a character that it does not
 * know apart into its bytes (Kudo and Richardson 2018). More tokens than characters are usual for emoji and rare scripts. What a provider
 * adds for roles and tools is covered by our own prompts, whose English takes about one token for four bytes.
 */
export const questionWithWorst = (request: ModelRequest, price: Price | null): Pick<CallRequest, "input" | "worst"> => {
  const input = inputOf(request);
  const worst = costOf({ input_tokens: UTF_8.encode(input).length, output_tokens: request.max_output_tokens }, price);
  return { input, worst };
};

/** An answer as the journal keeps it. */
export function callAnswer({ text, finish, ...told }: ModelAnswer, price: Price | null): CallAnswer {
  const tokens = storableTokens(told.tokens, text);
  return { text: storableText(text), finish, cost: tokens && costOf(tokens, price) };
}

const costOf = ({ input_tokens, output_tokens }: ModelTokens, price: Price | null): Cost => ({
  input_tokens,
  output_tokens,
  cost_usd: price && (input_tokens * price.input_usd + output_tokens * price.output_usd) / MILLION,
});
