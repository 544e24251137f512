import type { SearchHit, WebSearch } from "@wayfinder/pipeline";
import type { Language } from "@wayfinder/protocol";
import { z } from "zod";
import type { SearchChoice } from "../models/model-variables.ts";
import { limitedBody } from "./limited-body.ts";

/** A search that takes longer stops nothing: the resource stays as words to search for. */
const TIME_MS = 8_000;
const MOST_BYTES = 512 * 1024;
const MOST_HITS = 8;
/** Longer queries are refused by one or the other; 400 characters is Brave's and Tavily's limit. */
const QUERY_CHARACTERS = 400;

interface Query {
  readonly query: string;
  readonly language: Language;
}

/** How one provider is asked and answers. */
interface Adapter {
  readonly url: string;
  request(query: Query, key: string): { readonly path: string; readonly init: RequestInit };
  hits(answer: unknown): readonly SearchHit[];
}

const Text = z.string().catch("");
const hitsOf = <T>(list: readonly T[], hit: (entry: T) => SearchHit): readonly SearchHit[] =>
  list.map(hit).filter(({ title, url }) => title !== "" && /^https?:/.test(url));

const Results = z.object({ results: z.array(z.object({ title: Text, url: Text, content: Text })).catch([]) });
const contentHits = (answer: unknown) =>
  hitsOf(Results.parse(answer).results, ({ title, url, content }) => ({ title, url, snippet: content }));
const BraveResults = z.object({
  web: z.object({ results: z.array(z.object({ title: Text, url: Text, description: Text })).catch([]) }).catch({ results: [] }),
});

const ADAPTERS: Readonly<Record<SearchChoice["provider"], Adapter>> = {
  // docs.searxng.org/dev/search_api.html; `json` has to be among search.formats of its settings.yml
  searxng: {
    url: "",
    request: ({ query, language }) => ({
      path: `/search?${new URLSearchParams({ q: query, format: "json", language }).toString()}`,
      init: {},
    }),
    hits: contentHits,
  },
  // docs.tavily.com/documentation/api-reference/endpoint/search
  tavily: {
    url: "https://api.tavily.com",
    request: ({ query }, key) => ({
      path: "/search",
      init: {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify({ query, max_results: MOST_HITS, search_depth: "basic" }),
      },
    }),
    hits: contentHits,
  },
  // api-dashboard.search.brave.com/app/documentation/web-search
  brave: {
    url: "https://api.search.brave.com/res/v1",
    request: ({ query, language }, key) => ({
      path: `/web/search?${new URLSearchParams({ q: query, count: String(MOST_HITS), search_lang: language === "zh" ? "zh-hans" : "en" }).toString()}`,
      init: { headers: { "x-subscription-token": key, accept: "application/json" } },
    }),
    hits: (answer) =>
      hitsOf(BraveResults.parse(answer).web.results, ({ title, url, description }) => ({ title, url, snippet: description })),
  },
};

/** Web search over the provider chosen. Rejects when it refuses, takes too long or answers something else; a redirect is an error. */
export function createWebSearch({ provider, url, api_key = "" }: SearchChoice, fetch: typeof globalThis.fetch): WebSearch {
  const adapter = ADAPTERS[provider];
  const base = (url ?? adapter.url).replace(/\/+$/, "");
  return {
    async search({ query, language, signal }) {
      const { path, init } = adapter.request({ query: query.slice(0, QUERY_CHARACTERS), language }, api_key);
      const timed = AbortSignal.any([signal, AbortSignal.timeout(TIME_MS)]);
      const response = await fetch(base + path, { ...init, signal: timed });
      const body = await limitedBody(response, MOST_BYTES);
      if (!response.ok) throw new Error(`The search provider answered ${response.status}.`);
      return adapter.hits(JSON.parse(new TextDecoder().decode(body))).slice(0, MOST_HITS);
    },
  };
}
