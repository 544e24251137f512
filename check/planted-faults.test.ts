import assert from "node:assert/strict";
import { test } from "node:test";
import { inPlantedTree } from "./planted-tree.ts";
import { compareFormat, findUnused, lint } from "./tools.ts";

const MANIFEST = JSON.stringify({ name: "root", version: "1.0.0", private: true, type: "module", workspaces: ["packages/*"] });

/** Each fault alone in a file of its own, with the rule that has to find it. */
const FAULTS: Readonly<Record<string, { readonly rule: string; readonly text: string }>> = {
  "packages/roadmap/src/any.ts": { rule: "no-explicit-any", text: "export const x: any = 1;\n" },
  "packages/roadmap/src/floating.ts": {
    rule: "no-floating-promises",
    text: "async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}\n",
  },
  "packages/roadmap/src/switch.ts": {
    rule: "switch-exhaustiveness-check",
    text: 'export function f(x: "a" | "b"): number | undefined {\n  switch (x) {\n    case "a":\n      return 1;\n  }\n}\n',
  },
  "packages/roadmap/src/console.ts": { rule: "no-console", text: 'console.log("x");\n' },
  "packages/roadmap/src/environment.ts": { rule: "no-process-env", text: 'export const x = process.env["X"];\n' },
  "packages/roadmap/src/clock.ts": { rule: "no-restricted-properties", text: "export const x = Date.now();\n" },
  "packages/roadmap/src/chance.ts": { rule: "no-restricted-properties", text: "export const x = Math.random();\n" },
  "packages/roadmap/src/network.ts": { rule: "no-restricted-globals", text: 'export const x = fetch("http://localhost");\n' },
  "packages/roadmap/src/silenced.ts": { rule: "ban-ts-comment", text: "// @ts-ignore\nexport const x = 1;\n" },
  "packages/roadmap/src/default.ts": { rule: "no-default-export", text: "export default 1;\n" },
  "packages/roadmap/src/long.ts": { rule: "max-lines", text: "export {};\n".padEnd(11 + 300, "\n") },
  "packages/roadmap/src/function.ts": {
    rule: "max-lines-per-function",
    text: `export function f(): number {\n  let x = 0;\n${"  x += 1;\n".repeat(60)}  return x;\n}\n`,
  },
  "packages/roadmap/src/parameters.ts": {
    rule: "max-params",
    text: "export const f = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n",
  },
  "packages/roadmap/src/cycle-a.ts": { rule: "no-cycle", text: 'import { b } from "./cycle-b.ts";\nexport const a = () => b;\n' },
  "packages/roadmap/src/cycle-b.ts": { rule: "no-cycle", text: 'import { a } from "./cycle-a.ts";\nexport const b = () => a;\n' },
};

test("STYLE, the machine: the linter finds each planted fault by its own rule, and no other", async () => {
  const files = Object.fromEntries(Object.entries(FAULTS).map(([file, { text }]) => [file, text]));
  const { ok, output } = await inPlantedTree(files, lint);
  assert.equal(ok, false);
  const found = output.split("\n").filter((line) => line.includes("[Error/"));
  const pairs = found.map(
    (line) => `${line.slice(0, line.indexOf(":"))} ${/\((?<rule>[\w-]+)\)\]$/.exec(line)?.groups?.["rule"]}`,
  );
  assert.deepEqual(
    [...new Set(pairs)].sort(),
    Object.entries(FAULTS)
      .map(([file, { rule }]) => `${file} ${rule}`)
      .concat(["packages/roadmap/src/environment.ts no-restricted-globals"])
      .sort(),
  );
});

test("STYLE, the machine: an unused dependency, file and export each fail the check", async () => {
  const used = { name: "@wayfinder/planted", version: "1.0.0", type: "module", exports: { ".": "./src/index.ts" } };
  const tree = {
    "package.json": MANIFEST,
    "packages/planted/package.json": JSON.stringify({ ...used, dependencies: { "dead-dependency": "1.0.0" } }),
    "packages/planted/src/index.ts": 'export { alive } from "./alive.ts";\n',
    "packages/planted/src/alive.ts": "export const alive = 1;\nexport const dead_export = 2;\n",
    "packages/planted/src/dead-file.ts": "export const x = 1;\n",
  };
  const { ok, output } = await inPlantedTree(tree, findUnused);
  assert.equal(ok, false);
  assert.match(output, /dead-dependency\s+packages\/planted\/package\.json/);
  assert.match(output, /dead-file\.ts/);
  assert.match(output, /dead_export\s+packages\/planted\/src\/alive\.ts/);
  assert.doesNotMatch(output, /index\.ts/);
});

test("STYLE, the machine: a badly formatted file fails the check, and alone", async () => {
  const tree = { "bad.ts": "export const x   = 1\n", "good.ts": "export const x = 1;\n" };
  const { ok, output } = await inPlantedTree(tree, compareFormat);
  assert.equal(ok, false);
  assert.match(output, /bad\.ts/);
  assert.doesNotMatch(output, /good\.ts/);
});
