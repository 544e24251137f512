import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadCatalogue } from "../load-catalogue.ts";
import { expectedOf, linesOf } from "./expected.ts";
import { NOT_RUN } from "./not-run.ts";
import { obstacleOf, pythonPackagesOf } from "./obstacle.ts";
import { codeOf, type Program, programsOf } from "./program.ts";
import { type CommandResult, inTemporaryFolder } from "./run-command.fixture.ts";
import { importable, runPython, runSql, tableLines } from "./run-python.fixture.ts";
import { runScript } from "./run-script.fixture.ts";
import { runShell, withoutLineNumbers } from "./run-shell.fixture.ts";

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

/** Judged by the code and not by the list, so that a gap in the list starts nothing. One that needs a package of Python is run where the package is there. */
const isRun = (program: Program): boolean =>
  isAtHome(program) && (obstacleOf(program, isInstalled) === null || program.language === "python");

function run(dir: string, program: Program): Promise<CommandResult | null> {
  switch (program.language) {
    case "javascript":
    case "typescript":
      return runScript(dir, program);
    case "python":
      return runPython(dir, program);
    case "sql":
      return runSql(dir, program);
    case "shell":
      return runShell(dir, program);
  }
}

/** That a program printed what its example says; where that cannot be compared, that it ended well. */
function assertPrinted(program: Program, { status, stdout, stderr }: CommandResult): void {
  const printed = linesOf(stdout);
  // how a package prints changes with its version
  const expected = pythonPackagesOf(program).length > 0 ? null : expectedOf(program);
  if (program.language === "shell" && expected)
    return assert.deepEqual(withoutLineNumbers(printed), withoutLineNumbers(expected.lines));
  const says = program.texts.join("\n");
  // pytest's count of failures, or Git's refusal at the end
  const endsBadly = (expected?.error ?? null) !== null || /\b\d+ failed\b|^error: .*\n.*\n$/m.test(says);
  assert.equal(status, endsBadly ? 1 : 0, `${stdout}${stderr}`);
  if (!expected) return;
  assert.deepEqual(printed, program.language === "sql" ? tableLines(expected.lines) : expected.lines);
  if (expected.error !== null) assert.ok(linesOf(stderr).includes(expected.error), stderr);
}

test("CT1 an example that is not run is listed with what it needs, and no other is listed", () => {
  const found = PROGRAMS.map((program) => [program.id, obstacleOf(program, isInstalled)] as const);
  const inOrder = (rows: Iterable<readonly [string, string | null]>) => [...rows].map((row) => row.join(": ")).toSorted();
  assert.deepEqual(inOrder(NOT_RUN), inOrder(found.filter(([, reason]) => reason !== null)));
});

test("CT1 the worked examples run as printed", { concurrency: AT_A_TIME }, async (t) => {
  const ran = PROGRAMS.filter(isRun);
  const results = ran.map((program) =>
    t.test(`CT1 ${program.id} (${program.language})`, () =>
      inTemporaryFolder(async (dir) => {
        const result = await run(dir, program);
        if (result) assertPrinted(program, result);
      }),
    ),
  );
  for (const [language, all] of Map.groupBy(PROGRAMS, (program) => program.language))
    t.diagnostic(`${language}: ${all.filter(isRun).length} of ${all.length} examples executed or type-checked`);
  for (const program of PROGRAMS.filter((one) => !isRun(one)))
    t.diagnostic(`not run: ${program.id} (${NOT_RUN.get(program.id) ?? "not on this machine"})`);
  await Promise.all(results);
});
