import assert from "node:assert/strict";
import { test } from "node:test";
import type { Resource } from "@wayfinder/protocol";
import type { ModelKit, SearchHit } from "../model/kit.ts";
import type { ResourcesAnswer } from "../prompts/resources.ts";
import { sampleGoal, samplePlace } from "../testing/sample-data.ts";
import { findResources } from "./find-resources.ts";

const CHECKED_ON = "2026-11-23";
const BASE: ModelKit = { models: { modelFor: async () => null }, priceOf: () => null, later: () => () => {} };

interface Web {
  /** Pages that are what they are said to be: address → title. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly hits?: readonly string[];
  readonly search?: () => Promise<readonly SearchHit[]>;
  readonly known?: readonly Resource[];
}

/** Finds resources with a web that answers by a table; also what was looked up. */
async function find(
  answer: ResourcesAnswer["resources"],
  { pages, hits, search, known }: Web = {},
  language: "en" | "zh" = "en",
) {
  const checked: string[] = [];
  const searched: string[] = [];
  const kit: ModelKit = {
    ...BASE,
    ...(pages && {
      links: {
        async check({ url, title }) {
          checked.push(url);
          return pages[url] === title ? { url, title, checked_on: CHECKED_ON } : null;
        },
      },
    }),
    ...((hits ?? search) && {
      search: {
        async search({ query }) {
          searched.push(query);
          return search ? search() : (hits ?? []).map((url) => ({ title: "?", url, snippet: "" }));
        },
      },
    }),
    ...(known && { known: { resourcesFor: () => known } }),
  };
  const goal = sampleGoal(language);
  const signal = AbortSignal.any([]);
  const items = await findResources(kit, { answer: { resources: answer }, place: samplePlace(language), goal, signal });
  return { items, checked, searched };
}

const GUIDE = { title: "Hive guide", url: "https://bees.example/guide", find: "hive guide pdf" };

test("PR10 without a link check a model's link is never shown: words to search for stay", async () => {
  const { items } = await find([GUIDE]);
  assert.deepEqual(items, [{ title: "Hive guide", publisher: "", kind: "article", language: "en", find: "hive guide pdf" }]);
});

test("PR10 a link is kept only if its page is what it is said to be, with the date", async () => {
  const right = await find([GUIDE], { pages: { [GUIDE.url]: "Hive guide" } });
  assert.deepEqual([right.items[0]?.url, right.items[0]?.checked_on], [GUIDE.url, CHECKED_ON]);
  const other = await find([GUIDE], { pages: { [GUIDE.url]: "Cat pictures" } });
  assert.equal(other.items[0]?.url, undefined);
  assert.equal(other.items[0]?.find, "hive guide pdf");
});

test("PR10 where the model's link is wrong, what the search finds is tried, three pages at most", async () => {
  const hits = ["https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/"];
  const found = await find([GUIDE], { hits, pages: { "https://b.example/": "Hive guide" } });
  assert.deepEqual(found.searched, ["hive guide pdf"]);
  assert.deepEqual(found.checked, [GUIDE.url, "https://a.example/", "https://b.example/"]);
  assert.equal(found.items[0]?.url, "https://b.example/");
  const none = await find([{ title: "Hive guide" }], { hits, pages: {} });
  assert.deepEqual(none.searched, ["Hive guide"], "without words to search for the title is searched");
  assert.deepEqual(none.checked, hits.slice(0, 3));
  assert.equal(none.items[0]?.url, undefined);
});

test("PR10 a search that fails stops nothing", async () => {
  const search = () => Promise.reject(new Error("503"));
  const { items } = await find([GUIDE], { search, pages: { [GUIDE.url]: "Hive guide" } });
  assert.equal(items[0]?.url, GUIDE.url);
});

test("PL5 a search that was cancelled ends the step", async () => {
  const search = { search: () => Promise.reject(new Error("aborted")) };
  const kit: ModelKit = { ...BASE, search, links: { check: async () => null } };
  const answer = { resources: [GUIDE] };
  const input = { answer, place: samplePlace("en"), goal: sampleGoal("en"), signal: AbortSignal.abort(new Error("cancelled")) };
  await assert.rejects(findResources(kit, input), /cancelled/);
});

test("CT1 PR10 the catalogue's resources come first; a title stands once; eight at most", async () => {
  const known: Resource[] = [{ title: "hive guide", publisher: "A society", kind: "book", language: "en", find: "x" }];
  const suggested = [GUIDE, ...Array.from({ length: 12 }, (_, at) => ({ title: `Book ${at}` }))];
  const { items } = await find(suggested, { known });
  assert.equal(items[0], known[0]);
  assert.equal(items.length, 8);
  assert.equal(items.filter(({ title }) => title.toLowerCase() === "hive guide").length, 1);
});

test("PR9 kinds and languages that nobody knows become the usual ones", async () => {
  const odd = { title: " 一本书 ", kind: "official DOCS page", language: "fr", find: " " };
  const { items } = await find([odd, { title: "B", kind: "podcast", language: "en" }], {}, "zh");
  assert.deepEqual(items, [
    { title: "一本书", publisher: "", kind: "docs", language: "zh", find: "一本书" },
    { title: "B", publisher: "", kind: "article", language: "en", find: "B" },
  ]);
});
