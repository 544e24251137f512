import type { Later } from "@wayfinder/engine";
import type { Language, Resource } from "@wayfinder/protocol";
import type { Models } from "./model.ts";

/** Dollars per million tokens, as a dated table or the host gives them. */
export interface Price {
  readonly input_usd: number;
  readonly output_usd: number;
}

/** What was found for a query; nothing in it is trusted. */
export interface SearchHit {
  readonly title: string;
  readonly url: string;
  readonly snippet: string;
}

/** Looks the web up. Absent where no search is configured. */
export interface WebSearch {
  search(input: {
    readonly query: string;
    readonly language: Language;
    readonly signal: AbortSignal;
  }): Promise<readonly SearchHit[]>;
}

/** Fetches a page and compares it with what it is said to be (PR10). Null: not reachable, not allowed, or another page. */
export interface LinkCheck {
  check(input: { readonly url: string; readonly title: string; readonly signal: AbortSignal }): Promise<{
    readonly url: string;
    readonly title: string;
    readonly checked_on: string;
  } | null>;
}

/** Resources that the catalogue holds for a topic, by name. */
export interface KnownResources {
  resourcesFor(input: {
    readonly name: string;
    readonly keywords: readonly string[];
    readonly language: Language;
  }): readonly Resource[];
}

/** All that the model's steps need from outside, handed in. */
export interface ModelKit {
  readonly models: Models;
  /** Null: the price is not known, which is not 0 (PL6). */
  priceOf(model: string): Price | null;
  readonly later: Later;
  readonly search?: WebSearch;
  readonly links?: LinkCheck;
  readonly known?: KnownResources;
}
