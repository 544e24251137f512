import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { IMPORT_TABLE, type ImportRow } from "./import-table.ts";
import { inPlantedTree } from "./planted-tree.ts";
import { ROOT } from "./run-command.ts";
import { lint } from "./tools.ts";

const OURS = IMPORT_TABLE.map(({ folder }) => folder.split("/")[1] ?? "").filter((name) => name !== "web");
const ALLOWED_FILE = "src/allowed.ts";

/** One import per file, so that each has to be found by itself. */
function forbiddenImports(row: ImportRow): string[] {
  const self = row.folder.split("/")[1];
  const ours = OURS.filter((name) => name !== self && !row.ours.includes(name)).map((name) => `@wayfinder/${name}`);
  const around = ["../../other/src/index.ts", `../../../packages/${row.ours[0] ?? "roadmap"}/src/index.ts`];
  const others =
    row.others === "any" ? [] : ["node:child_process", "left-pad", "node:net"].filter((name) => !row.others.includes(name));
  return [...ours, ...ours.map((name) => `${name}/deep`), ...around, ...others];
}

function allowedImports(row: ImportRow): string[] {
  const others = row.others === "any" ? ["node:child_process", "left-pad"] : row.others;
  return [
    ...row.ours.map((name) => `@wayfinder/${name}`),
    ...row.ours.map((name) => `@wayfinder/${name}/part`),
    ...others,
    "./own.ts",
  ];
}

function statements(row: ImportRow): Record<string, string> {
  const forbidden = forbiddenImports(row).flatMap((from, index) => [
    [`${row.folder}/src/static-${index}.ts`, `import { x } from "${from}";\nexport const y = x;\n`],
    [`${row.folder}/src/type-${index}.ts`, `import type { X } from "${from}";\nexport type Y = X;\n`],
    [`${row.folder}/src/again-${index}.ts`, `export { x } from "${from}";\n`],
    [`${row.folder}/src/dynamic-${index}.ts`, `export const y = import("${from}");\n`],
    [`${row.folder}/src/tested-${index}.test.ts`, `import { x } from "${from}";\nexport const y = x;\n`],
  ]);
  const allowed = allowedImports(row).map(
    (from, index) => `import { x as x${index} } from "${from}";\nexport const y${index} = x${index};\n`,
  );
  return Object.fromEntries([...forbidden, [`${row.folder}/${ALLOWED_FILE}`, allowed.join("")]]);
}

/** The files in which the linter found an import that the table forbids. */
function caught(output: string): Set<string> {
  const lines = output.split("\n").filter((line) => line.includes("no-restricted-imports"));
  return new Set(lines.map((line) => line.slice(0, line.indexOf(":"))));
}

for (const row of IMPORT_TABLE) {
  test(`Import table: every forbidden import planted in ${row.folder} fails the check, no allowed one does`, async () => {
    const files = statements(row);
    const { ok, output } = await inPlantedTree(files, lint);
    assert.equal(ok, false);
    // In tests, what Node itself brings is allowed.
    const node_in_test = forbiddenImports(row).flatMap((from, index) =>
      from.startsWith("node:") ? [`${row.folder}/src/tested-${index}.test.ts`] : [],
    );
    const expected = Object.keys(files).filter((file) => !file.endsWith(ALLOWED_FILE) && !node_in_test.includes(file));
    assert.deepEqual([...caught(output)].sort(), expected.sort());
  });
}

test("Import table: it is the one of ARCHITECTURE.md", () => {
  const document = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");
  const written = new Map(
    [...document.matchAll(/^\| ([\w/]+) \| ([^|]+) \|/gm)].map(([, name, ours]) => [name ?? "", ours ?? ""]),
  );
  for (const { folder, ours } of IMPORT_TABLE) {
    const text = written.get(folder.replace("packages/", ""));
    assert.ok(text !== undefined, `${folder} has no row`);
    // The server's row says "all of the server half": everything but the client's packages and the web.
    const names = text.startsWith("all of the server half")
      ? OURS.filter((name) => !["client", "react", "server"].includes(name))
      : text.split(", ").filter((name) => name !== "–");
    assert.deepEqual([...ours].sort(), names.sort(), folder);
  }
});
