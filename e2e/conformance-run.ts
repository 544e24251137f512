import { execFile } from "node:child_process";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../conformance/main.ts");

export interface ConformanceRun {
  readonly code: number;
  /** What it printed, a line a rule and the last one that counts. */
  readonly lines: readonly string[];
}

/** Runs the conformance suite as the command a person types, for all rules or those of the given numbers. */
export const runConformance = (base: string, only: readonly string[] = []): Promise<ConformanceRun> =>
  new Promise((resolve) => {
    execFile(process.execPath, [MAIN, base, ...only], (error, stdout) => {
      const code = error === null ? 0 : Number(error.code ?? 1);
      resolve({ code, lines: stdout.trimEnd().split("\n") });
    });
  });
