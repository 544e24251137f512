import type { Price, Prices } from "./price.ts";

/** A provider's list prices as of a day: USD per million input and output tokens. */
interface PriceList {
  readonly provider_id: string;
  /** YYYY-MM-DD */
  readonly as_of: string;
  readonly models: Readonly<Record<string, readonly [input: number, output: number]>>;
}

/**
 * List prices without discounts for caching, batches or quiet hours, so that an estimate errs upwards. Prices change: who hosts
 * has to check them against the provider's page and can replace any (`parsePrices`). Models priced in steps by length or region
 * (Qwen, Haiku 5.5) and everything behind OpenRouter are left out: unknown is honest.
 */
const LISTS: readonly PriceList[] = [
  {
    // developers.openai.com/api/docs/pricing; up to 272 000 input tokens a call.
    provider_id: "openai",
    as_of: "2026-11-05",
    models: {
      "gpt-6-astra": [10, 50],
      "gpt-6.1-sol": [2, 10],
      "gpt-6-sol": [2, 10],
      "gpt-6-luna": [0.1, 0.5],
      "gpt-5-mini": [0.25, 2],
      "gpt-5-nano": [0.05, 0.4],
      "gpt-4.1": [2, 8],
      "gpt-4o-mini": [0.15, 0.6],
    },
  },
  {
    // platform.claude.com/docs/en/about-claude/pricing
    provider_id: "anthropic",
    as_of: "2026-10-23",
    models: {
      "claude-opus-5-5": [4, 20],
      "claude-sonnet-5-5": [2, 10],
      "claude-opus-5": [5, 25],
      "claude-sonnet-5": [2, 10],
      "claude-haiku-4-5": [1, 5],
    },
  },
  {
    // ai.google.dev/gemini-api/docs/pricing; 3.8 Flash at the price from 2027 on, half of it until then.
    provider_id: "google",
    as_of: "2026-10-07",
    models: {
      "gemini-3.8-flash": [1.5, 7.5],
      "gemini-2.5-flash": [0.3, 2.5],
      "gemini-2.5-flash-lite": [0.1, 0.4],
    },
  },
  {
    // api-docs.deepseek.com/quick_start/pricing; peak hours, half of it otherwise.
    provider_id: "deepseek",
    as_of: "2026-10-16",
    models: { "deepseek-flash": [0.3, 1.2], "deepseek-v4-pro": [1.32, 3.96] },
  },
];

const BY_NAME: Prices = new Map(
  LISTS.flatMap(({ provider_id, as_of, models }) =>
    Object.entries(models).map(([model, [input_usd_per_million, output_usd_per_million]]): [string, Price] => [
      `${provider_id}/${model}`,
      { input_usd_per_million, output_usd_per_million, as_of },
    ]),
  ),
);

/** The price of a model by `Model.name`: the host's own if there is one, else the list price, else null (unknown is not free). */
export function priceOf(name: string, own: Prices = new Map()): Price | null {
  return own.get(name) ?? BY_NAME.get(name) ?? null;
}
