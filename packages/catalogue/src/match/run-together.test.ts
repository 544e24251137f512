import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "../load-catalogue.ts";
import { withSpaces } from "./run-together.ts";

const { index } = loadCatalogue();

test("CT2 words typed as one come apart if each part is known and one names a subject", () => {
  assert.equal(withSpaces(index, "learnpython please"), "learn python please");
  assert.equal(withSpaces(index, "HtmlCssJs"), "html css js");
});

test("CT2 words that are words stay whole, whatever they begin with", () => {
  for (const word of ["javascript", "typescript", "reaction", "pythonic", "gitarre", "learning", "beginners", "dockerfile"])
    assert.equal(withSpaces(index, word), word);
});

test("CT2 a word longer than any that is typed is not taken apart", () => {
  const word = "learnpython".repeat(100);
  assert.equal(withSpaces(index, word), word);
});
