import assert from "node:assert/strict";
import { expectedOf, linesOf } from "./expected.ts";
import { pythonPackagesOf } from "./obstacle.ts";
import type { Program } from "./program.ts";
import { type CommandResult, inTemporaryFolder } from "./run-command.fixture.ts";
import { runPython, runSql, tableLines } from "./run-python.fixture.ts";
import { runScript } from "./run-script.fixture.ts";
import { runShell, withoutLineNumbers } from "./run-shell.fixture.ts";

/** Runs or checks a program in a folder of its own. Rejects with an `AssertionError` if it does not do what its example says. */
export const tryProgram = (program: Program): Promise<void> =>
  inTemporaryFolder(async (dir) => {
    const result = await run(dir, program);
    if (result) assertPrinted(program, result);
  });

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
