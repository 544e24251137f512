import assert from "node:assert/strict";
import type { IncomingHttpHeaders } from "node:http";
import { describe, test } from "node:test";
import { createGuardedFetch } from "@wayfinder/llm";
import { readBody, startLoopbackServer } from "@wayfinder/llm/testing/loopback-server";
import type { SearchChoice } from "../models/model-variables.ts";
import { createWebSearch } from "./web-search.ts";

const signal = new AbortController().signal;
const HITS = [
  { title: "One", url: "https://one.example/", content: "first", description: "first" },
  { title: "", url: "https://untitled.example/" },
  { title: "Script", url: "javascript:alert(1)" },
  { title: "Two", url: "http://two.example/" },
];

async function searched(choice: SearchChoice, answer: unknown, status = 200) {
  const asked: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const server = await startLoopbackServer((request, response) => {
    void readBody(request).then((body) => {
      asked.push({ url: request.url ?? "", method: request.method ?? "", headers: request.headers, body });
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  });
  const url = server.base_url.replace(/\/v1$/, "/");
  const search = createWebSearch({ ...choice, url }, createGuardedFetch({ allow_private: true }));
  try {
    const hits = await search.search({ query: "rye bread", language: "zh", signal });
    return { hits, request: asked[0]! };
  } finally {
    await server.close();
  }
}

describe("web search", () => {
  const expected = [
    { title: "One", url: "https://one.example/", snippet: "first" },
    { title: "Two", url: "http://two.example/", snippet: "" },
  ];

  test("PR10 SearXNG is asked by GET for JSON", async () => {
    const { hits, request } = await searched({ provider: "searxng" }, { results: HITS });
    assert.deepEqual([request.method, request.url], ["GET", "/search?q=rye+bread&format=json&language=zh"]);
    assert.deepEqual(hits, expected);
  });

  test("PR10 Tavily is asked by POST with a bearer key", async () => {
    const { hits, request } = await searched({ provider: "tavily", api_key: "tvly-1" }, { results: HITS });
    assert.deepEqual([request.method, request.url, request.headers.authorization], ["POST", "/search", "Bearer tvly-1"]);
    assert.equal(JSON.parse(request.body).query, "rye bread");
    assert.deepEqual(hits, expected);
  });

  test("PR10 Brave is asked by GET with its own header", async () => {
    const { hits, request } = await searched({ provider: "brave", api_key: "brv-1" }, { web: { results: HITS } });
    assert.equal(request.url, "/web/search?q=rye+bread&count=8&search_lang=zh-hans");
    assert.equal(request.headers["x-subscription-token"], "brv-1");
    assert.deepEqual(hits, expected);
  });

  test("PR10 an answer of another shape is no hit, a refusal and a redirect are errors", async () => {
    assert.deepEqual((await searched({ provider: "searxng" }, { results: "none" })).hits, []);
    assert.deepEqual((await searched({ provider: "brave" }, { web: null })).hits, []);
    await assert.rejects(searched({ provider: "tavily" }, {}, 401), /answered 401/);
    await assert.rejects(searched({ provider: "searxng" }, {}, 302), /answered 302/);
  });
});
