import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DATA_DIR } from "../load-catalogue.ts";
import { problemText } from "../problem-line.ts";
import { lintCatalogue } from "./lint-catalogue.ts";

const CONCEPT = join("web-frontend", "css-box-model.md");

test("CT1 the catalogue as it is has no problem", () => {
  assert.deepEqual(lintCatalogue(DATA_DIR, DATA_DIR).map(problemText), []);
});

function withCopy(change: (dir: string) => void): readonly string[] {
  const dir = mkdtempSync(join(tmpdir(), "catalogue-"));
  try {
    cpSync(join(DATA_DIR, "MAP.md"), join(dir, "MAP.md"));
    cpSync(join(DATA_DIR, CONCEPT), join(dir, CONCEPT));
    change(dir);
    return lintCatalogue(dir, dir).map(problemText);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

test("CT1 L24 catches a file that is not in the map", () => {
  const problems = withCopy((dir) => {
    const text = readFileSync(join(dir, CONCEPT), "utf8").replace("id: css-box-model", "id: css-floats");
    writeFileSync(join(dir, "web-frontend", "css-floats.md"), text);
  });
  assert.ok(problems.includes("web-frontend/css-floats.md:1 L24 not in MAP.md"), problems.join("\n"));
});

test("CT1 L25 catches an alias with two owners, and one of a goal that does not lead to the concept", () => {
  const problems = withCopy((dir) => {
    const text = readFileSync(join(dir, CONCEPT), "utf8");
    const other = text.replace("id: css-box-model", "id: css-grid").replace(/^ {2}en: \[/m, "  en: [learn docker, ");
    writeFileSync(join(dir, "web-frontend", "css-grid.md"), other);
  }).join("\n");
  assert.match(problems, /css-grid\.md:1 L25 alias "[^"]+" belongs to css-box-model too/);
  assert.match(problems, /css-grid\.md:1 L25 alias "learn docker" is also a wording of goal learn-docker/);
});
