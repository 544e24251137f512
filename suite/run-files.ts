import { relative } from "node:path";
import { eachOf } from "../check/pool.ts";
import { runFile } from "./run-file.ts";
import { addTallies, NO_TESTS, type Tally } from "./tally.ts";

/** A test file that takes longer hangs. Milliseconds. */
const TIMEOUT_MS = 300_000;
/** Whoever waits should know for whom: slower files are marked. Seconds. */
const SLOW_S = 10;

/** What `runFiles` runs and how. */
export interface FilesRun {
  readonly root: string;
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly at_a_time: number;
  say(line: string): void;
}

/** Runs test files and says one line for each when it is done. */
export async function runFiles({ root, files, at_a_time, say }: FilesRun): Promise<Tally> {
  let sum = NO_TESTS;
  await eachOf(files, at_a_time, async (file) => {
    const began = performance.now();
    const tally = await runFile({ root, file, timeout_ms: TIMEOUT_MS, say });
    const took = (performance.now() - began) / 1000;
    const count = tally.passed + tally.failed;
    const mark = tally.failed === 0 ? `✓ ${count}` : `✗ ${tally.failed} of ${count}`;
    say(`${mark}  ${relative(root, file)} (${took.toFixed(1)} s${took > SLOW_S ? ", slow" : ""})`);
    sum = addTallies(sum, tally);
  });
  return sum;
}
