import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DATA_DIR } from "../load-catalogue.ts";
import { readMap } from "../map-file.ts";
import type { ProblemLine } from "../problem-line.ts";
import { lintGraph } from "./lint-graph.ts";
import { lintMap } from "./lint-map.ts";

const SOUND = readFileSync(join(DATA_DIR, "MAP.md"), "utf8");

function problemsOf(text: string): readonly ProblemLine[] {
  const map = readMap(text);
  const problems = [...map.problems];
  const say = (rule: string, message: string, line = 1) => problems.push({ path: "MAP.md", line, rule, message });
  lintMap(map, say);
  lintGraph(map, say);
  return problems;
}

/** The row of a concept or goal with one of its cells replaced. */
function planted(id: string, column: number, cell: (was: string) => string): string {
  const row = SOUND.split("\n").find((line) => line.startsWith(`| ${id} |`));
  assert.ok(row, `no row ${id}`);
  const cells = row.split("|");
  cells[column + 1] = ` ${cell((cells[column + 1] ?? "").trim())} `;
  return SOUND.replace(row, () => cells.join("|"));
}

const [HOURS, VALUE, HARD] = [4, 5, 6] as const;
const [TARGETS, ENGLISH, NEEDS, TITLE] = [1, 2, 4, 5] as const;

test("CT1 the map has no problem", () => {
  assert.deepEqual(problemsOf(SOUND), []);
});

const PLANTS: readonly (readonly [rule: string, fault: string, text: string])[] = [
  ["L1", "a row with a cell too many", planted("css-grid", HARD, (was) => `${was} | extra`)],
  ["L2", "an id that repeats", SOUND.replace("| css-grid |", "| css-flexbox |")],
  ["L3", "a concept without a Chinese title", planted("css-grid", 2, () => "")],
  ["L3", "a goal without a title", planted("learn-git", TITLE, () => "")],
  ["L8", "a level that is not known", planted("css-grid", 3, () => "easy")],
  ["L8", "hours out of proportion", planted("css-grid", HOURS, () => "2.5/4/40")],
  ["L8", "a value of nine", planted("css-grid", VALUE, () => "9")],
  ["L21", "a cycle", planted("web-how-it-works", HARD, () => "js-fetch")],
  ["L21", "a cycle over a soft edge", planted("web-how-it-works", HARD + 1, () => "js-fetch")],
  ["L22", "an edge to nothing", planted("css-grid", HARD, () => "css-floats")],
  ["L22", "an edge to itself", planted("css-grid", HARD, (was) => `${was}, css-grid`)],
  ["L22", "a redundant edge", planted("css-responsive", HARD, (was) => `${was}, css-box-model`)],
  ["L22", "a soft edge that is already required", planted("css-responsive", HARD + 1, () => "css-box-model")],
  ["L23", "a chain that is too long", planted("react-effects", HARD, () => "react-forms")],
  ["L25", "a wording of two goals", planted("learn-javascript", ENGLISH, (was) => `${was}; react hooks`)],
  ["L25", "two wordings", planted("learn-javascript", ENGLISH, () => "learn javascript; js basics")],
  ["L26", "a target that does not exist", planted("learn-typescript", TARGETS, () => "ts-generic")],
  ["L26", "a target that another requires", planted("learn-typescript", TARGETS, (was) => `${was}, ts-basics`)],
  ["L26", "a goal that needs nothing", planted("learn-typescript", NEEDS, () => "")],
  ["L26", "a need that the targets do not lead through", planted("learn-typescript", NEEDS, () => "docker-images")],
  ["L27", "a nearest that does not exist", planted("tableau", 1, () => "viz-pies")],
  ["L27", "a subject without nearest", planted("tableau", 1, () => "")],
];

for (const [rule, fault, text] of PLANTS)
  test(`CT1 ${rule} catches ${fault} in the map`, () => {
    const rules = problemsOf(text).map((p) => p.rule);
    assert.ok(rules.includes(rule), `found ${rules.join(", ") || "nothing"}`);
  });

test("CT1 a problem of the map names its line", () => {
  const text = planted("tableau", 1, () => "viz-pies");
  const line = text.split("\n").findIndex((l) => l.startsWith("| tableau |")) + 1;
  assert.deepEqual(problemsOf(text), [{ path: "MAP.md", line, rule: "L27", message: 'nearest "viz-pies" does not exist' }]);
});
