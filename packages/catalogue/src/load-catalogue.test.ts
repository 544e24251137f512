import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { closureOf } from "./closure.ts";
import { DATA_DIR, loadCatalogue } from "./load-catalogue.ts";

const SAMPLE = readFileSync(join(DATA_DIR, "web-frontend", "css-box-model.md"), "utf8");

/** A folder with the map and a file `<id>.md` of each of the given texts. */
function withFiles<T>(files: Readonly<Record<string, string>>, use: (dir: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), "catalogue-"));
  try {
    cpSync(join(DATA_DIR, "MAP.md"), join(dir, "MAP.md"));
    mkdirSync(join(dir, "web-frontend"));
    for (const [id, text] of Object.entries(files)) writeFileSync(join(dir, "web-frontend", `${id}.md`), text);
    return use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const sampleAs = (id: string, hard: readonly string[]) =>
  SAMPLE.replace("id: css-box-model", `id: ${id}`).replace(
    /^requires:\n(?: {2}- .*\n)+/m,
    `requires: [${hard.map((h) => `{id: ${h}, kind: hard}`).join(", ")}]\n`,
  );

test("CT1 the catalogue loads, and everything a published concept needs is published", () => {
  const { concepts, map } = loadCatalogue();
  assert.ok(concepts.size > 0);
  for (const c of concepts.values())
    for (const id of closureOf(map.concepts, [c.id])) assert.ok(concepts.has(id), `${c.id} is published without ${id}`);
});

test("CT1 a concept is published only with its hard prerequisites up to the roots", () => {
  const files = {
    "web-how-it-works": sampleAs("web-how-it-works", []),
    "html-structure": sampleAs("html-structure", ["web-how-it-works"]),
    "css-box-model": SAMPLE, // needs css-cascade, which has no file
    "css-flexbox": sampleAs("css-flexbox", ["css-box-model"]),
  };
  withFiles(files, (dir) => {
    assert.deepEqual([...loadCatalogue(dir).concepts.keys()], ["web-how-it-works", "html-structure"]);
  });
});

test("CT1 concepts come in the order of the map, whatever the order of the files", () => {
  const { concepts, map } = loadCatalogue();
  assert.deepEqual(
    [...concepts.keys()],
    [...map.concepts.keys()].filter((id) => concepts.has(id)),
  );
});

const BROKEN: readonly (readonly [fault: string, text: string, place: RegExp])[] = [
  ["no front matter", "# English\n", /css-box-model\.md:1 L1 /],
  ["YAML that does not parse", SAMPLE.replace("title: {", "title: {{"), /css-box-model\.md:\d+ L1 /],
  ["a wrong id", SAMPLE.replace("id: css-box-model", "id: css-box"), /css-box-model\.md:2 L2 /],
  ["an unknown level", SAMPLE.replace(/^level: .*$/m, "level: novice"), /css-box-model\.md:\d+ L8 level "novice"/],
  ["hours that fall", SAMPLE.replace(/high: 4\}/, "high: 1}"), /css-box-model\.md:\d+ L8 /],
  ["an outcome without Chinese", SAMPLE.replace(/(?<=id: o1\n.*\n) {4}zh: .*\n/, ""), /css-box-model\.md:\d+ L9 /],
  ["an unknown kind of resource", SAMPLE.replace("kind: docs", "kind: video"), /css-box-model\.md:\d+ L10 /],
  ["a missing section", SAMPLE.replace("## 练习", "## 作业"), /css-box-model\.md:\d+ L6 no section "练习"/],
  ["no quiz", SAMPLE.replace(/^# Quiz[\s\S]*/m, ""), /css-box-model\.md:\d+ L13 /],
];

for (const [fault, text, place] of BROKEN)
  test(`CT1 a file with ${fault} fails with its path and line`, () => {
    assert.notEqual(text, SAMPLE);
    withFiles({ "css-box-model": text }, (dir) => {
      assert.throws(() => loadCatalogue(dir), { name: "CatalogueFileError", message: place });
    });
  });

test("CT1 a file that the map does not know fails", () => {
  withFiles({ "css-floats": sampleAs("css-floats", []) }, (dir) => {
    assert.throws(() => loadCatalogue(dir), /css-floats\.md:1 L24 css-floats is not in MAP\.md/);
  });
});

test("CT1 files with Windows line ends read the same", () => {
  const published = (text: string) =>
    withFiles({ "web-how-it-works": text }, (dir) => {
      const { path: _, ...concept } = loadCatalogue(dir).concepts.get("web-how-it-works") ?? { path: "" };
      return concept;
    });
  const text = sampleAs("web-how-it-works", []);
  assert.deepEqual(published(text.replaceAll("\n", "\r\n")), published(text));
});
