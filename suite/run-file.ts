import { relative } from "node:path";
import { run } from "node:test";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";
import type { Tally } from "./tally.ts";

/** What `runFile` needs. */
export interface FileRun {
  readonly root: string;
  /** Absolute path. */
  readonly file: string;
  /** A file that takes longer hangs: it is ended and counts as failed. Milliseconds. */
  readonly timeout_ms: number;
  say(line: string): void;
}

type Data<T extends TestEvent["type"]> = Extract<TestEvent, { type: T }>["data"];

/** Runs a test file in a process of its own and says everything about a failure as it comes. */
export async function runFile({ root, file, timeout_ms, say }: FileRun): Promise<Tally> {
  let tally: Tally = { passed: 0, failed: 1, skipped: 0 };
  // The runner's own timeout is for single tests: a process that does not end after its last one would hang us.
  const events = run({ files: [file], cwd: root, signal: AbortSignal.timeout(timeout_ms) });
  for await (const event of events as AsyncIterable<TestEvent>) {
    if (event.type === "test:fail") sayFailure(event.data, root, say);
    else if (event.type === "test:stdout" || event.type === "test:stderr") say(event.data.message.trimEnd());
    // Without a file it is the sum, which knows of a broken process too.
    else if (event.type === "test:summary" && event.data.file === undefined) tally = countOf(event.data);
  }
  return tally;
}

/** Cancelled tests are failures: nobody knows what they would have said. */
function countOf({ counts }: Data<"test:summary">): Tally {
  const skipped = counts.skipped + counts.todo;
  return { passed: counts.passed, failed: counts.tests - counts.passed - skipped, skipped };
}

function sayFailure({ name, file, line, details }: Data<"test:fail">, root: string, say: (line: string) => void): void {
  const error = details.error as typeof details.error & { readonly failureType?: string };
  // A parent only says that a child failed, which has said so itself.
  if (error.failureType === "subtestsFailed") return;
  const place = file === undefined ? "" : ` (${relative(root, file)}:${line ?? 0})`;
  say(`✗ ${name}${place}\n${inspect(error.cause ?? error, { colors: false, depth: 5 })}`);
}
