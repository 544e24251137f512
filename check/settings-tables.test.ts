import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { VARIABLES } from "../apps/server/src/config.ts";

/** The first cells of a document's tables, each name with its endings: `LLM_BUDGET_TASK_…` stands for all that begin so. */
function namesIn(...files: readonly string[]): readonly string[] {
  const lines = files.flatMap((file) => readFileSync(new URL(`../${file}`, import.meta.url), "utf8").split("\n"));
  const cells = lines.map((line) => /^\| ([^|]*) \|/.exec(line)?.[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([A-Z][A-Z_]+(?:…|<ROLE>)?)`/g)].map(([, name]) => name ?? ""));
}

const isTold = (variable: string, names: readonly string[]): boolean =>
  names.some((name) => (/^[A-Z][A-Z_]+$/.test(name) ? name === variable : variable.startsWith(name.replace(/…|<ROLE>/, ""))));

for (const readme of ["README.md", "README.zh-CN.md"])
  test(`Settings: every variable stands in a table of ${readme} or of docs/models.md, and no other`, () => {
    const names = namesIn(readme, "docs/models.md");
    assert.deepEqual(
      VARIABLES.filter((variable) => !isTold(variable, names)),
      [],
    );
    assert.deepEqual(
      names.filter((name) => !VARIABLES.some((variable) => isTold(variable, [name]))),
      [],
    );
  });
