import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import type { z } from "zod";
import { conceptParts, quizSource } from "../concept-body.ts";
import { lintConcept } from "../lint/lint-concept.ts";
import { conceptFiles, DATA_DIR } from "../load-catalogue.ts";
import { mapOf } from "../preview/concept-file.ts";
import { problemText } from "../problem-line.ts";
import { yamlBlock, yamlValue } from "../yaml-block.ts";
import { FrontMatter } from "./front-matter.ts";
import { Quiz } from "./quiz.ts";
import { schemaFiles } from "./schema-files.ts";

const MAP = mapOf(DATA_DIR);
const SCHEMA_DIR = join(import.meta.dirname, "../../schema");
const EDITOR_TASKS = join(import.meta.dirname, "../../../../.vscode/tasks.json");

/** The two YAML parts of a concept's file. */
function partsOf(path: string, text: string): { head: unknown; quiz: unknown } {
  const parts = conceptParts(path, text);
  assert.ok(parts, path);
  const quiz = quizSource(path, parts);
  assert.ok(quiz, path);
  return { head: yamlValue(parts.head), quiz: yamlValue(quiz) };
}

const faultsOf = (schema: z.ZodType, value: unknown): string[] =>
  schema.safeParse(value).error?.issues.map((i) => `${i.path.join(".")}: ${i.message}`) ?? [];

test("CG3 the files for editors are those of the format's own schemas", () => {
  const files = schemaFiles();
  assert.deepEqual(readdirSync(SCHEMA_DIR).toSorted(), Object.keys(files).toSorted());
  for (const [name, text] of Object.entries(files)) {
    const made = "run `node packages/catalogue/schema.ts`";
    assert.equal(readFileSync(join(SCHEMA_DIR, name), "utf8"), text, `${name} is not up to date: ${made}`);
    assert.equal((JSON.parse(text) as { $schema: string }).$schema, "http://json-schema.org/draft-07/schema#");
  }
});

test("CG3 every file of the catalogue satisfies them", () => {
  for (const path of conceptFiles(DATA_DIR, MAP)) {
    const { head, quiz } = partsOf(path, readFileSync(path, "utf8"));
    const name = relative(DATA_DIR, path);
    assert.deepEqual(faultsOf(FrontMatter, head), [], name);
    assert.deepEqual(faultsOf(Quiz, quiz), [], name);
  }
});

test("CG3 the front matter of the contributor's guide satisfies them", () => {
  const guide = readFileSync(join(import.meta.dirname, "../../../../docs/catalogue/contributing.md"), "utf8");
  const [, text = ""] = /^```yaml\n([\s\S]*?)^```$/m.exec(guide) ?? [];
  const { data, problems } = yamlBlock({ path: "contributing.md", text, line: 1 });
  assert.deepEqual(problems, []);
  assert.deepEqual(faultsOf(FrontMatter, data), []);
});

const SAMPLE = join(DATA_DIR, "web-frontend", "css-box-model.md");
const TEXT = readFileSync(SAMPLE, "utf8");

/** Faults that an editor can see while they are typed; the linter finds each of them too. */
const PLANTED: readonly (readonly [fault: string, from: string | RegExp, to: string])[] = [
  ["an unknown key", "kind: concept", "kind: concept\ncolour: red"],
  ["a missing key", /^level: .*\n/m, ""],
  ["a badly formed id", "id: css-box-model", "id: CSS_box"],
  ["a title in one language", /^title: .*$/m, "title: {en: The box model}"],
  ["too few aliases", /^ {2}zh: \[.*\]$/m, "  zh: [盒模型]"],
  ["an unknown level", /^level: .*$/m, "level: novice"],
  ["hours not in quarters", /^hours: .*$/m, "hours: {low: 1.4, likely: 2.5, high: 4}"],
  ["a value above 5", /^value: .*$/m, "value: 9"],
  ["an unknown kind of prerequisite", "kind: hard", "kind: firm"],
  ["an unknown kind of resource", "kind: docs", "kind: video"],
  ["no sources", /^sources:\n(?: {2}- .*\n)+/m, "sources: []\n"],
  ["a date that is none", /on: \d{4}-\d\d-\d\d/, "on: yesterday"],
  ["an unknown type of question", "type: single", "type: essay"],
  ["a wrong option without its misconception", /^ {6}misconception: .*\n/m, ""],
  ["a question that tests nothing", /tests: \[o\d\]/, "tests: []"],
  ["no explanation", /^ {2}explain:\n(?: {4}.*\n)+/m, ""],
];

for (const [fault, from, to] of PLANTED)
  test(`CG3 ${fault} is a fault for an editor and for the linter`, () => {
    const text = TEXT.replace(from, to);
    assert.ok(text !== TEXT);
    const { head, quiz } = partsOf(SAMPLE, text);
    assert.notDeepEqual([...faultsOf(FrontMatter, head), ...faultsOf(Quiz, quiz)], []);
    assert.notDeepEqual(lintConcept(SAMPLE, text, MAP).problems, []);
  });

test("CG3 an editor's task finds file, line, rule and message in what the linter prints", () => {
  const { tasks } = JSON.parse(readFileSync(EDITOR_TASKS, "utf8")) as {
    tasks: { problemMatcher: { pattern?: { regexp: string } } }[];
  };
  const line = problemText({ path: "data/web-frontend/css-grid.md", line: 7, rule: "L8", message: "likely 9 h is outside" });
  const [, ...found] = new RegExp(tasks[0]?.problemMatcher.pattern?.regexp ?? "").exec(line) ?? [];
  assert.deepEqual(found, ["data/web-frontend/css-grid.md", "7", "L8", "likely 9 h is outside"]);
  assert.doesNotMatch("catalogue: 0 problems", new RegExp(tasks[0]?.problemMatcher.pattern?.regexp ?? ""));
});
