import { globSync } from "node:fs";
import { join } from "node:path";
import { ensureWebBuild } from "../apps/server/src/launcher/web-build.ts";
import { runCheck } from "../check/main.ts";
import { ROOT } from "../check/run-command.ts";
import { chromiumProgram } from "../e2e/chromium.ts";
import { runFiles } from "./run-files.ts";
import { addTallies, NO_TESTS, tallyLine, type Tally } from "./tally.ts";

/** As many as a small machine has cores. */
const AT_A_TIME = 2;

const PASSED: Tally = { ...NO_TESTS, passed: 1 };
const FAILED: Tally = { ...NO_TESTS, failed: 1 };

/**
 * Runs everything that must pass: check, tests, web build, whole-system tests one after the other. With parts of
 * paths, only the test files that contain one. Resolves to the exit code; the last line said is the tally.
 */
export async function runSuite(only: readonly string[]): Promise<number> {
  const tests = testFiles("{packages,apps,check,eval,faults,suite}/**/*.test.ts", only);
  const whole = testFiles("e2e/**/*.test.ts", only);
  let tally = only.length > 0 ? NO_TESTS : (await runCheck()) ? PASSED : FAILED;
  tally = addTallies(tally, await runFiles({ root: ROOT, files: tests, at_a_time: AT_A_TIME, say }));
  if (whole.length > 0) {
    tally = addTallies(tally, await prepare());
    tally = addTallies(tally, await runFiles({ root: ROOT, files: whole, at_a_time: 1, say }));
  }
  say(tallyLine(tally));
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

function testFiles(pattern: string, only: readonly string[]): string[] {
  return globSync(pattern, { cwd: ROOT, exclude: (name) => /(^|\/)(node_modules|\.next)$/.test(name) })
    .filter((file) => only.length === 0 || only.some((part) => file.includes(part)))
    .sort()
    .map((file) => join(ROOT, file));
}

/** What the whole-system tests need and would otherwise each wait for: the pages and a browser. */
async function prepare(): Promise<Tally> {
  try {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await ensureWebBuild({ root: ROOT, env, signal: new AbortController().signal, say });
    say(`Browser: ${chromiumProgram()}`);
    return PASSED;
  } catch (error) {
    say(`✗ ${error instanceof Error ? error.message : String(error)}`);
    return FAILED;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
