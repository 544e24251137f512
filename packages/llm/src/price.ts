/** What a model costs, in USD per million tokens. */
export interface Price {
  readonly input_usd_per_million: number;
  readonly output_usd_per_million: number;
  /** The day the price was listed, YYYY-MM-DD; null for a host's own. */
  readonly as_of: string | null;
}

/** Prices by `Model.name` (`provider/model`). */
export type Prices = ReadonlyMap<string, Price>;

/** The price of one call in USD; null where the price or the tokens are unknown, for unknown is not free (PL6). */
export function costOf(
  price: Price | null,
  tokens: { readonly input_tokens: number; readonly output_tokens: number } | null,
): number | null {
  if (price === null || tokens === null) return null;
  const { input_usd_per_million, output_usd_per_million } = price;
  return (tokens.input_tokens * input_usd_per_million + tokens.output_tokens * output_usd_per_million) / 1_000_000;
}

/**
 * Reads a host's own price table: JSON as `{"provider/model": {"input": 0.5, "output": 2}}`, USD per million tokens; 0 is for who
 * runs the model themselves and wants it counted as free. Throws an Error that names the entry and what it may hold.
 */
export function parsePrices(text: string): Prices {
  const table = parseObject(text);
  return new Map(Object.entries(table).map(([name, entry]) => [name, readPrice(name, entry)]));
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("The price table is not JSON.", { cause });
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Error('The price table has to be an object of prices by "provider/model".');
}

function readPrice(name: string, entry: unknown): Price {
  if (!name.includes("/")) throw new Error(`The price of "${name}": the name has to be "provider/model".`);
  const { input, output } = (entry ?? {}) as { readonly input?: unknown; readonly output?: unknown };
  if (isPrice(input) && isPrice(output)) {
    return { input_usd_per_million: input, output_usd_per_million: output, as_of: null };
  }
  const held = JSON.stringify(entry)?.slice(0, 100);
  throw new Error(`The price of "${name}" is ${held}; it has to be {"input": n, "output": n}, USD per million tokens.`);
}

function isPrice(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
