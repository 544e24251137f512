import { priceOf, type Prices } from "@wayfinder/llm";
import type { ModelKit } from "@wayfinder/pipeline";

/** Prices as the pipeline asks for them: the host's own first, then the table's; null where neither knows. */
export const priceLookup =
  (own: Prices): ModelKit["priceOf"] =>
  (model) => {
    const price = priceOf(model, own);
    return price && { input_usd: price.input_usd_per_million, output_usd: price.output_usd_per_million };
  };
