import assert from "node:assert/strict";
import { test } from "node:test";
import { messages as en } from "./en/index.ts";
import { messages as zh } from "./zh/index.ts";

type Tree = { [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
/** The names a text fills in: {name}, {count, plural, …} and <tag>. */
const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]|<(\w+)>/g)].map((m) => m[1] ?? m[2]))].sort();

test("WEB6 both languages hold the same texts, each with the same holes", () => {
  const english = new Map(leaves(en));
  const chinese = new Map(leaves(zh));
  assert.deepEqual([...chinese.keys()].sort(), [...english.keys()].sort());
  for (const [key, text] of english) assert.deepEqual(holes(chinese.get(key) ?? ""), holes(text), key);
});

test("WEB6 no text is empty, and each Chinese one is Chinese", () => {
  for (const [key, text] of [...leaves(en), ...leaves(zh)]) assert.notEqual(text.trim(), "", key);
  const latin = leaves(zh).filter(
    ([, text]) => !/[\u4e00-\u9fff]/.test(text) && /[a-z]{4}/i.test(text.replace(/\{[^}]*\}/g, "")),
  );
  assert.deepEqual(latin, []);
});
