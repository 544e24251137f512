import assert from "node:assert/strict";
import { test } from "node:test";
import type { Language, Resource } from "@wayfinder/protocol";
import { readableResources } from "./readable-resources.ts";

const resource = (title: string, language: Language): Resource => ({ title, publisher: "p", kind: "docs", language, find: "f" });
const titles = (items: Resource[], language: Language) => readableResources(items, language).map(({ title }) => title);

test("WEB56 one's own language comes first, English is kept for everybody", () => {
  const items = [resource("a", "en"), resource("b", "zh")];
  assert.deepEqual(titles(items, "zh"), ["b", "a"]);
  assert.deepEqual(titles(items, "en"), ["a"]);
});

test("WEB56 what nobody else can replace is shown in any language", () => {
  assert.deepEqual(titles([resource("b", "zh")], "en"), ["b"]);
});
