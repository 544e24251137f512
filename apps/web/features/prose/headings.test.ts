import assert from "node:assert/strict";
import { test } from "node:test";
import { chaptersOf, headingId, withoutTitle } from "./headings.ts";

test("WEB50 the chapters of a text are its second-level headings, in both languages", () => {
  assert.deepEqual(chaptersOf("## Why it matters\n\ntext\n\n### Check\n\n## The `box` model ##\n"), [
    { id: "part-why-it-matters", text: "Why it matters" },
    { id: "part-the-box-model", text: "The box model" },
  ]);
  assert.deepEqual(chaptersOf("## 为什么要学\n"), [{ id: "part-为什么要学", text: "为什么要学" }]);
});

test("WEB50 what looks like a heading inside code is none", () => {
  assert.deepEqual(chaptersOf("```bash\n## a comment\n```\n\n````md\n```\n## b\n```\n````\n## C"), [{ id: "part-c", text: "C" }]);
});

test("WEB50 a heading and its entry in the contents have one fragment", () => {
  for (const text of ["A & B", "  C  ", "要点：一、二"]) assert.equal(chaptersOf(`## ${text}`)[0]?.id, headingId(text.trim()));
});

test("WEB51 a title is not told twice", () => {
  assert.equal(withoutTitle("# Closures\n\nText", "Closures"), "Text");
  assert.equal(withoutTitle("## closures\nText", "Closures"), "Text");
  assert.equal(withoutTitle("## Why\nText", "Closures"), "## Why\nText");
});
