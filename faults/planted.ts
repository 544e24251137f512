import { spawn } from "node:child_process";
import { once } from "node:events";
import { PLANTED_BUGS } from "./planted-bugs.ts";
import type { PlantedBug } from "./planted-bug.ts";
import { makePlantedCopy, type PlantedCopy } from "./planted-copy.ts";

/** A test that takes longer hangs on the bug, which is a way to catch it, in ms. */
const TEST_MS = 120_000;
const NAME_WIDTH = 26;

interface Run {
  readonly passed: boolean;
  /** Titles of the tests that failed. */
  readonly failed: readonly string[];
}

/** Runs the bug's test in the copy. */
async function runTest({ root }: PlantedCopy, { test, titles }: PlantedBug): Promise<Run> {
  const pattern = titles === undefined ? [] : [`--test-name-pattern=${titles}`];
  const options = ["--test", "--test-reporter=tap", "--test-force-exit", `--test-timeout=${TEST_MS}`, ...pattern, test];
  const child = spawn(process.execPath, options, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  const failed = [...output.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, title = ""]) => title);
  return { passed: code === 0 && /^# pass [1-9]/m.test(output), failed };
}

/** Whether the test passes on the right source and fails on the wrong one. */
async function isCaught(copy: PlantedCopy, bug: PlantedBug): Promise<{ caught: boolean; by: string }> {
  const healthy = await runTest(copy, bug);
  if (!healthy.passed) return { caught: false, by: `fails without the bug: ${healthy.failed.join("; ")}` };
  const mend = await copy.plant(bug.patches);
  const harmed = await runTest(copy, bug);
  await mend();
  return { caught: harmed.failed.length > 0, by: harmed.failed[0] ?? bug.test };
}

const copy = await makePlantedCopy();
let missed = 0;
try {
  for (const bug of PLANTED_BUGS) {
    const { caught, by } = await isCaught(copy, bug);
    missed += caught ? 0 : 1;
    process.stdout.write(`${bug.name.padEnd(NAME_WIDTH)}${caught ? "caught" : "MISSED"}  ${by}\n`);
  }
} finally {
  await copy.remove();
}
process.stdout.write(`${PLANTED_BUGS.length - missed} of ${PLANTED_BUGS.length} caught\n`);
process.exit(missed === 0 ? 0 : 1);
