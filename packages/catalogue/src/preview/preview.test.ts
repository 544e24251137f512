import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { PreviewList, PreviewPage } from "@wayfinder/protocol";
import { DATA_DIR, loadCatalogue } from "../load-catalogue.ts";
import { previewList } from "./preview-list.ts";
import { previewPage, previewQuizItem } from "./preview-page.ts";

const FILE = join("web-frontend", "css-box-model.md");

/** A folder with the map and one concept's file, its text changed. */
function withFile<T>(change: (text: string) => string, use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), "preview-"));
  try {
    cpSync(join(DATA_DIR, "MAP.md"), join(dir, "MAP.md"));
    cpSync(join(DATA_DIR, FILE), join(dir, FILE));
    writeFileSync(join(dir, FILE), change(readFileSync(join(DATA_DIR, FILE), "utf8")));
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test("CG1 a sound file, not published for want of its prerequisites, is shown as the learner will see it", () => {
  withFile(
    (text) => text,
    (dir) => {
      const preview = previewPage(dir, "css-box-model", "zh");
      assert.deepEqual(PreviewPage.parse(preview), preview);
      assert.deepEqual(preview?.findings, []);
      assert.equal(preview?.page?.concept.name, "盒模型");
    },
  );
});

test("CG1 a fault of the text is named by line and rule beside the page", () => {
  withFile(
    (text) => text.replace("## Key points\n", "## Key points\n\nThis is a game changer.\n"),
    (dir) => {
      const preview = previewPage(dir, "css-box-model", "en");
      assert.match(preview?.page?.tutorial.markdown ?? "", /game changer/);
      assert.ok(preview?.findings.some(({ path, line, rule }) => path === FILE && line > 1 && rule === "L11"));
    },
  );
});

for (const [fault, change] of [
  ["front matter that does not parse", (text: string) => text.replace("title: {", "title: {{")],
  ["no quiz", (text: string) => text.replace(/^# Quiz[\s\S]*/m, "")],
  ["a quiz without a key", (text: string) => text.replaceAll("right: true", "right: false")],
  ["a missing section", (text: string) => text.replace("## 练习", "## 作业")],
] as const)
  test(`CG1 a file with ${fault} has no page, and the findings say why`, () => {
    withFile(change, (dir) => {
      const preview = previewPage(dir, "css-box-model", "en");
      assert.equal(preview?.page, null);
      assert.ok((preview?.findings.length ?? 0) > 0);
    });
  });

test("CG1 an answer is graded by the file as it is now; what cannot be read has no item", () => {
  const item = (change: (text: string) => string, item_id = "q1") =>
    withFile(change, (dir) => previewQuizItem(dir, "css-box-model", { language: "en", item_id }));
  assert.equal(item((text) => text)?.item_id, "q1");
  assert.equal(
    item((text) => text, "q99"),
    null,
  );
  assert.equal(
    item((text) => text.replace("title: {", "title: {{")),
    null,
  );
});

test("CG1 an unknown name has no preview, whatever path it spells", () => {
  for (const id of ["no-such-concept", "../MAP", "..", ""]) assert.equal(previewPage(DATA_DIR, id, "en"), null, id);
});

test("CG2 the list counts the faults of each file and names those of none", () => {
  const list = withFile(
    (text) => text.replace("value: 5", "value: 9").replace("aliases:\n  en: [", "aliases:\n  en: [react, "),
    (dir) => previewList(dir, "en"),
  );
  assert.deepEqual(PreviewList.parse(list), list);
  assert.deepEqual(
    list.files.map((f) => [f.concept_id, f.title, f.findings > 0]),
    [["css-box-model", "The box model", true]],
  );
  const whole = previewList(DATA_DIR, "en");
  assert.equal(whole.files.length, loadCatalogue().map.concepts.size);
  assert.deepEqual(whole.elsewhere, []);
});

test("CG2 while files are being written the catalogue loads without those that cannot be read, and says which", () => {
  withFile(
    (text) => text.replace("title: {", "title: {{"),
    (dir) => {
      const faults: string[] = [];
      assert.equal(loadCatalogue(dir, ({ problem }) => faults.push(problem.rule)).concepts.size, 0);
      assert.deepEqual(faults, ["L1"]);
    },
  );
});
