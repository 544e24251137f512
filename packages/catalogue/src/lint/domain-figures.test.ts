import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DATA_DIR, loadCatalogue } from "../load-catalogue.ts";
import { domainFigures } from "./domain-figures.ts";
import { briefFigures, fullFigures } from "./figures-text.ts";

const FIGURES = domainFigures(DATA_DIR);
const CATALOGUE = loadCatalogue();

test("CT1 the report counts every concept, item and hour of each domain once", () => {
  assert.deepEqual(
    FIGURES.map((d) => d.id),
    [...CATALOGUE.map.domains.keys()],
  );
  for (const d of FIGURES) {
    const own = [...CATALOGUE.concepts.values()].filter((c) => c.domain === d.id);
    assert.equal(d.concepts, own.length);
    assert.equal(
      d.hours.likely,
      own.reduce((sum, c) => sum + c.hours.likely, 0),
    );
    assert.equal(
      d.outcomes,
      own.reduce((sum, c) => sum + c.outcomes.length, 0),
    );
    const items = Object.values(d.items).reduce((sum, n) => sum + n, 0);
    const written = own.flatMap((c) => readFileSync(c.path, "utf8").match(/^- id: q\d+$/gm) ?? []).length;
    assert.equal(items, written);
    assert.equal(
      d.key_places.reduce((sum, n) => sum + n, 0),
      d.items["single"],
    );
  }
});

test("CT1 the report says what the lint demands: every outcome tested, sizes in bounds", () => {
  for (const d of FIGURES) {
    assert.equal(d.tested, d.outcomes);
    for (const { min, median, max } of Object.values(d.size)) assert.ok(min > 0 && min <= median && median <= max);
  }
});

test("CT1 the hours and numbers told in MAP.md and in the comparison with other curricula are those of the files", () => {
  const map = readFileSync(join(DATA_DIR, "MAP.md"), "utf8");
  const comparison = readFileSync(new URL("../../../../docs/catalogue/hours.md", import.meta.url), "utf8");
  for (const d of FIGURES) {
    const row = `| ${d.id} | ${d.concepts} | ${d.hours.low} | ${d.hours.likely} | ${d.hours.high} |`;
    for (const text of [map, comparison]) assert.ok(text.includes(row), row);
    assert.ok(
      map.split("\n").some((line) => line.startsWith(row) && line.endsWith(`| ${d.depth} |`)),
      d.id,
    );
  }
});

test("CT1 figures are told in a line, or in full", () => {
  for (const d of FIGURES) {
    assert.match(briefFigures(d), /^[a-z-]+: \d+ concepts, [\d.]+ h .* 100 % of \d+ outcomes$/);
    assert.match(fullFigures(d), /multiple choice: .*1\+2 \d+/);
  }
});
