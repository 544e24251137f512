import { costOf, priceOf, type Prices } from "@wayfinder/llm";
import type { ConceptRange, ModelRole } from "@wayfinder/pipeline";
import type { CostRange } from "@wayfinder/protocol";
import type { ModelChoice } from "./model-choices.ts";

type Pair = readonly [low: number, high: number];

/** What a role reads and writes for one roadmap, in tokens: a fixed part and a part for each concept, with their bounds. */
interface Share {
  readonly role: ModelRole;
  readonly input: Pair;
  readonly input_each: Pair;
  readonly output: Pair;
  readonly output_each: Pair;
}

const NONE: Pair = [0, 0];

/**
 * Inputs are the prompts' own lengths at four characters a token, counted in November 2026 (system, data and schema: intent 2 300
 * characters, outline 3 100, critique 2 500, tutorial 1 200, resources 1 700, quiz 1 900); the upper bounds are twice that, for Chinese,
 * where a token is about a character, and for one mended answer. Outputs are bounded from what the prompts ask for: a tutorial of 600 to
 * 1 800 words, three to six quiz items, three to eight resources. The upper bounds take three rounds of edits, each criticised again.
 */
const SHARES: readonly Share[] = [
  { role: "analyst", input: [600, 1_400], input_each: NONE, output: [200, 700], output_each: NONE },
  { role: "architect", input: [800, 2_000], input_each: NONE, output: [200, 600], output_each: [90, 220] },
  { role: "critic", input: [700, 5_600], input_each: [50, 400], output: [200, 4_000], output_each: NONE },
  { role: "editor", input: [0, 4_500], input_each: [0, 300], output: [0, 4_500], output_each: NONE },
  { role: "writer", input: NONE, input_each: [300, 800], output: NONE, output_each: [900, 3_000] },
  { role: "researcher", input: NONE, input_each: [430, 1_000], output: NONE, output_each: [250, 800] },
  { role: "examiner", input: NONE, input_each: [470, 1_200], output: NONE, output_each: [600, 1_800] },
];

/** What a roadmap of about so many concepts may cost with these models; dollars are null where one of the prices is not known (PL6). */
export function estimateCost(choice: Pick<ModelChoice, "nameOf">, prices: Prices, { from, to }: ConceptRange): CostRange {
  const [low, high] = ([0, 1] as const).map((bound) => {
    const parts = SHARES.map((share) => partOf(share, bound, bound === 0 ? from : to));
    const costs = parts.map(({ role, ...tokens }) => costOf(priceOf(choice.nameOf(role), prices), tokens));
    return {
      tokens: parts.reduce((sum, { input_tokens, output_tokens }) => sum + input_tokens + output_tokens, 0),
      usd: costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
    };
  });
  if (!low || !high) throw new RangeError("an estimate has two bounds");
  const usd = low.usd === null || high.usd === null ? null : { low: cents(low.usd), high: cents(high.usd) };
  return { tokens: { low: low.tokens, high: high.tokens }, usd };
}

const partOf = ({ role, ...share }: Share, bound: 0 | 1, concepts: number) => ({
  role,
  input_tokens: share.input[bound] + concepts * share.input_each[bound],
  output_tokens: share.output[bound] + concepts * share.output_each[bound],
});

/** Upwards to a tenth of a cent: an estimate of nothing would be wrong. */
const cents = (usd: number): number => Math.ceil(usd * 1_000) / 1_000;
