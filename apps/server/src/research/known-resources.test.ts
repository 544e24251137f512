import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { contentOf, loadCatalogue } from "@wayfinder/catalogue";
import { knownResources } from "./known-resources.ts";

describe("resources that the catalogue holds", () => {
  const catalogue = loadCatalogue();
  const known = knownResources(catalogue);
  const named = (name: string, language: "en" | "zh" = "en") => known.resourcesFor({ name, keywords: ["git"], language });

  test("CT4 a concept is found by its title in both languages, in any case; a title that two have is neither", () => {
    const concepts = [...catalogue.concepts.values()];
    let shared = 0;
    for (const { id, title } of concepts) {
      const isShared = (language: "en" | "zh") =>
        concepts.some((other) => other.id !== id && other.title[language].toLowerCase() === title[language].toLowerCase());
      const expected = (language: "en" | "zh") => (isShared(language) ? [] : contentOf(catalogue, id, language).resources);
      if (isShared("en")) shared += 1;
      assert.deepEqual(named(`  ${title.en.toUpperCase()} `), expected("en"), id);
      assert.deepEqual(named(title.zh, "zh"), expected("zh"), id);
    }
    assert.ok(shared < concepts.length / 10);
  });

  test("CT4 another name is nothing, whatever its keywords", () => {
    assert.deepEqual(named("Baking bread"), []);
    assert.deepEqual(named(""), []);
  });

  test("CT4 an alias of one concept finds it", () => {
    const aliases = [...catalogue.concepts.values()].flatMap((concept) => concept.aliases.en);
    assert.ok(aliases.some((alias) => named(alias).length > 0));
  });
});
