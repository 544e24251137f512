import { checkForbiddenText } from "./forbidden-text.ts";
import { eachOf } from "./pool.ts";
import { checkVersions } from "./read-versions.ts";
import type { CommandResult } from "./run-command.ts";
import { checkTypes, checkWebTypes, compareFormat, findUnused, lint, lintCatalogue } from "./tools.ts";

/** One part of the check. */
interface Part {
  readonly name: string;
  run(): CommandResult | Promise<CommandResult>;
  /** What it prints is worth reading when all is well too. */
  readonly reports?: true;
}

/** Longest first, so that two at a time end together. */
const PARTS: readonly Part[] = [
  { name: "types", run: checkTypes },
  { name: "types of the web", run: checkWebTypes },
  { name: "lint and import table", run: () => lint() },
  { name: "unused files, exports, dependencies", run: () => findUnused() },
  { name: "format", run: () => compareFormat() },
  { name: "built-in knowledge", run: lintCatalogue, reports: true },
  { name: "versions", run: checkVersions },
  { name: "forbidden text", run: checkForbiddenText },
];
/** As many as a small machine has cores. */
const AT_A_TIME = 2;

/** Runs all parts, prints each result as it comes, and resolves to whether all went well. */
export async function runCheck(): Promise<boolean> {
  let all_ok = true;
  await eachOf(PARTS, AT_A_TIME, async (part) => {
    const began = performance.now();
    const { ok, output } = await part.run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${ok ? "✓" : "✗"} ${part.name} (${seconds} s)\n${ok && !part.reports ? "" : `${output.trimEnd()}\n`}`);
    all_ok &&= ok;
  });
  return all_ok;
}
