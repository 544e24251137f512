import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { conceptParts } from "./concept-body.ts";
import { conceptFiles, DATA_DIR } from "./load-catalogue.ts";
import { readMap } from "./map-file.ts";
import { plainYaml } from "./plain-yaml.ts";

test("CT1 the fast reader reads front matter as the complete one does", () => {
  const map = readMap(readFileSync(join(DATA_DIR, "MAP.md"), "utf8"));
  const files = conceptFiles(DATA_DIR, map);
  const sources = files.map((path) => conceptParts(path, readFileSync(path, "utf8"))?.head.text ?? "");
  for (const source of sources) {
    const read = plainYaml(source);
    if (read !== undefined) assert.deepEqual(read, parse(source));
  }
  const plain = sources.filter((source) => plainYaml(source) !== undefined).length;
  assert.ok(plain * 10 >= sources.length * 9, `only ${plain} of ${sources.length} files are of the plain form`);
});

const SAME = [
  "a: b",
  "a: {b: c, d: [e, f g, 1, 0.25]}",
  "a:\n  - {b: c}\n  - d e\n  - x: 1\n    y: two words\n  - [1, 2]",
  "a:\n  en: [b, c]\n  zh: [闭包, “引号”，逗号]",
  "a: 2026-11-23",
  "a: true\nb: false\nc: 12\nd: 1.5",
  "a: \"b: c # d\"\nb: 'it is'",
  "checked: {on: 2026-11-23, with: Node.js 20 and pandas 2.2}",
];

const LEFT = [
  "a:",
  "a: ",
  "a: null",
  "a: ~",
  "a: True",
  "a: yes",
  "a: |\n  b",
  "a: b: c",
  "a: b # c",
  "a: 0x10",
  "a: 1e3",
  "a: 1_000",
  "a: .5",
  "a: -1",
  "a: &b c",
  "a: [b, c",
  "a: {b, c: d}",
  "a: b\na: c",
  'a: "b\\n"',
  "a: 'it''s'",
  "a: b\n  c",
  "- a",
  "",
];

test("CT1 the fast reader answers the same where it answers", () => {
  for (const source of SAME) assert.deepEqual(plainYaml(source), parse(source), source);
});

test("CT1 the fast reader leaves what it is not sure of to the complete one", () => {
  for (const source of LEFT) assert.equal(plainYaml(source), undefined, source);
});

test("CT1 the fast reader never answers otherwise than the complete one", () => {
  const word = fc.stringMatching(/^[ -~“，闭。]{1,12}$/);
  const leaf = fc.oneof(word, fc.double({ noNaN: true }), fc.boolean(), fc.integer());
  const mapping = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), leaf, { maxKeys: 3 });
  const item = fc.oneof(leaf, mapping, fc.array(leaf, { maxLength: 3 }), fc.array(mapping, { maxLength: 3 }));
  const document = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), item, { minKeys: 1, maxKeys: 4 });
  const written = fc.oneof(
    document.map((value) => stringify(value)),
    fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.stringMatching(/^[ -~]{0,20}$/)).map(([key, rest]) => `${key}: ${rest}`),
  );
  fc.assert(
    fc.property(written, (source) => {
      const read = plainYaml(source);
      if (read !== undefined) assert.deepEqual(read, parse(source, { logLevel: "error" }));
    }),
    { numRuns: 2000 },
  );
});
