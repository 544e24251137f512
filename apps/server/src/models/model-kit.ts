import type { Catalogue } from "@wayfinder/catalogue";
import { createGuardedFetch } from "@wayfinder/llm";
import type { ModelKit, Models } from "@wayfinder/pipeline";
import { knownResources } from "../research/known-resources.ts";
import { createLinkCheck } from "../research/link-check.ts";
import { createWebSearch } from "../research/web-search.ts";
import type { ModelConfig } from "./model-variables.ts";
import { priceLookup } from "./price-lookup.ts";

interface Parts {
  readonly config: ModelConfig;
  readonly catalogue: Catalogue;
  readonly models: Models;
  readonly today: () => Date;
}

/** What the model's steps get from this process. */
export function modelKit({ config, catalogue, models, today }: Parts): ModelKit {
  const { search, checks_links, prices } = config;
  return {
    models,
    priceOf: priceLookup(prices),
    later(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    known: knownResources(catalogue),
    // the address is the administrator's, so a search server of their own network is as good as any
    ...(search ? { search: createWebSearch(search, createGuardedFetch({ allow_private: true })) } : {}),
    ...(checks_links ? { links: createLinkCheck({ fetch: createGuardedFetch({ allow_private: false }), today }) } : {}),
  };
}
