import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTitles } from "./page-title.ts";

const titles = (html: string) => pageTitles(new TextEncoder().encode(html), "text/html; charset=utf-8");

test("PR10 a page's title and what it says to those who share it", () => {
  assert.deepEqual(titles('<head><title data-x="1">A &amp;\n B</title><meta property="og:title" content="C">'), ["A & B", "C"]);
  assert.deepEqual(titles("<titles>no</titles>"), []);
});

test("PR10 how far a title is looked for is bounded, so that no page holds its reader for seconds", () => {
  assert.deepEqual(titles(`<title ${"x".repeat(400)}>A</title>`), ["A"]);
  assert.deepEqual(titles(`<title ${"x".repeat(600)}>A</title>`), []);
  assert.deepEqual(titles(`<title>${"A".repeat(3_000)}</title>`), []);
  assert.deepEqual(titles(`${"<title ".repeat(37_000)}<title>A</title>`), ["A"]);
});
