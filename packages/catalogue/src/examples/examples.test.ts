import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadCatalogue } from "../load-catalogue.ts";
import { SHOWS_OTHERWISE } from "./expected.ts";
import { NOT_RUN } from "./not-run.ts";
import { obstacleOf, pythonPackagesOf } from "./obstacle.ts";
import { codeOf, type Program, programsOf } from "./program.ts";
import { importable } from "./run-python.fixture.ts";
import { tryProgram } from "./try-program.fixture.ts";

/** As many as a small machine has cores. */
const AT_A_TIME = 2;
const MODULES = join(import.meta.dirname, "../../../../node_modules");
const PROGRAMS = [...loadCatalogue().concepts.values()].flatMap(({ id, body }) => programsOf(id, body));

/** `react-dom/client` is of the package `react-dom`. */
const isInstalled = (name: string): boolean =>
  existsSync(join(MODULES, ...name.split("/").slice(0, name.startsWith("@") ? 2 : 1)));

/** What Python has here; `null` without Python. */
const python = await importable([...new Set(PROGRAMS.flatMap(pythonPackagesOf))]);

/** Whether this machine has what a program is written for. */
function isAtHome(program: Program): boolean {
  switch (program.language) {
    case "javascript":
    case "typescript":
      return true;
    case "shell": // its tools are GNU's
      return process.platform === "linux" && (python !== null || !codeOf(program).includes("python3"));
    case "python":
    case "sql":
      return python !== null && pythonPackagesOf(program).every((name) => python.has(name));
  }
}

/**
 * Judged by the code and not by the list, so that a gap in the list starts nothing. One that needs a package of Python
 * is run where the package is there.
 */
function isRun(program: Program): boolean {
  const obstacle = obstacleOf(program, isInstalled);
  return isAtHome(program) && (obstacle === null || (program.language === "python" && obstacle === "needs_package"));
}

test("CT1 an example that is not run is listed with what it needs, and no other is listed", () => {
  const found = PROGRAMS.map((program) => [program.id, obstacleOf(program, isInstalled)] as const);
  const inOrder = (rows: Iterable<readonly [string, string | null]>) => [...rows].map((row) => row.join(": ")).toSorted();
  assert.deepEqual(inOrder(NOT_RUN), inOrder(found.filter(([, reason]) => reason !== null)));
});

test("CT1 the worked examples run as printed", { concurrency: AT_A_TIME }, async (t) => {
  const ran = PROGRAMS.filter(isRun);
  const results = ran.map((program) => t.test(`CT1 ${program.id} (${program.language})`, () => tryProgram(program)));
  for (const [language, all] of Map.groupBy(PROGRAMS, (program) => program.language))
    t.diagnostic(`${language}: ${all.filter(isRun).length} of ${all.length} examples executed or type-checked`);
  for (const program of PROGRAMS.filter((one) => !isRun(one)))
    t.diagnostic(`not run: ${program.id} (${NOT_RUN.get(program.id) ?? "not on this machine"})`);
  await Promise.all(results);
});

test(
  "CT1 an example that is listed as needing a browser does not end well without one",
  { concurrency: AT_A_TIME },
  async (t) => {
    const found = PROGRAMS.filter(({ id }) => NOT_RUN.get(id) === "needs_browser");
    assert.ok(found.length > 0);
    await Promise.all(found.map((one) => t.test(`CT1 ${one.id}`, () => assert.rejects(tryProgram(one), /is not defined/))));
  },
);

test("CT1 what an example shows otherwise is listed for examples that there are", () => {
  const ids = new Set(PROGRAMS.map(({ id }) => id));
  assert.deepEqual(
    [...SHOWS_OTHERWISE.keys()].filter((id) => !ids.has(id)),
    [],
  );
});

/** A fault planted into a sound example: other text below it, or a line more in its code. */
const PLANTS: readonly (readonly [id: string, change: (sound: Program) => Program])[] = [
  ["js-control-flow", (sound) => ({ ...sound, texts: ["5 1610.52\n"] })],
  ["js-values", (sound) => withLine(sound, 'console.log("more"); // less')],
  ["react-state", (sound) => withLine(sound, "setScore(1);")],
  ["ts-basics", (sound) => ({ ...sound, texts: [] })],
  ["ts-generics", (sound) => withLine(sound, "console.log(byId.size); // 3")],
  ["py-values", (sound) => withLine(sound, 'raise ValueError("planted")')],
  ["sql-select", (sound) => ({ ...sound, texts: [sound.texts.join("").replace("36", "37")] })],
  ["linux-pipes", (sound) => withLine(sound, "echo more")],
];

const withLine = (program: Program, line: string): Program => ({
  ...program,
  blocks: program.blocks.map(({ fence, code }) => ({ fence, code: `${code}${line}\n` })),
});

test("CT1 a planted fault is caught", { concurrency: AT_A_TIME }, async (t) => {
  const tries = PLANTS.flatMap(([id, change]) => {
    const sound = PROGRAMS.find((program) => program.id === id);
    assert.ok(sound, id);
    const attempt = () => assert.rejects(tryProgram(change(sound)), { code: "ERR_ASSERTION" });
    return isRun(sound) ? [t.test(`CT1 ${id}`, attempt)] : [];
  });
  await Promise.all(tries);
});
