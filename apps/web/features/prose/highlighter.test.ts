import assert from "node:assert/strict";
import { test } from "node:test";
import { createHighlighter } from "./highlighter.ts";

const { highlight } = await createHighlighter();

const colours = async (code: string, language: string) =>
  Object.fromEntries(((await highlight(code, language)) ?? []).flat().map(({ text, color }) => [text.trim(), color]));

test("WEB53 code keeps its text and takes the roles of the tokens", async () => {
  const code = 'const n: number = 1; // one\nreturn f("a");';
  const lines = await highlight(code, "ts");
  assert.equal(lines?.map((line) => line.map(({ text }) => text).join("")).join("\n"), code);
  const found = await colours(code, "typescript");
  assert.equal(found["const"], "var(--code-keyword)");
  assert.equal(found["// one"], "var(--code-comment)");
  assert.equal(found["f"], "var(--code-function)");
});

test("WEB53 every language of the catalogue's fences is known, plain output is not coloured", async () => {
  for (const language of ["bash", "css", "html", "js", "jsx", "python", "ts", "tsx"])
    assert.ok(await highlight("x", language), language);
  for (const language of ["text", "mermaid", "constructor", ""]) assert.equal(await highlight("x", language), null, language);
});
