import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { IMPORT_TABLE } from "./import-table.ts";
import { ROOT, type CommandResult } from "./run-command.ts";

/** Work that is promised in a comment is lost there; it belongs into an issue. */
const PROMISES = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X" + "XX"].join("|")})\\b`);
/** The clock by its other name; `Date.now` is the linter's. */
const CLOCK = /new Date\(\)/;

/** A forbidden text at its place. */
interface Find {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** The lines of a file's text that hold something forbidden there. */
export function forbiddenLines(file: string, text: string): Find[] {
  const pure =
    IMPORT_TABLE.some((row) => row.pure && file.startsWith(`${row.folder}/src/`)) && !/\.(test|contract)\.ts$/.test(file);
  return text
    .split("\n")
    .map((line, index) => ({ file, line: index + 1, text: line.trim() }))
    .filter((find) => PROMISES.test(find.text) || (pure && CLOCK.test(find.text)));
}

/** Reads all sources and documents of the repository. */
export function checkForbiddenText(): CommandResult {
  const files = globSync(
    [
      "{apps,bench,check,conformance,docs,e2e,eval,faults,packages,suite}/**/*.{ts,tsx,mjs,css,sql,md,json}",
      "*.{ts,mjs,md,json}",
    ],
    {
      cwd: ROOT,
      exclude: (name) => /(^|\/)(node_modules|\.next|package-lock\.json)$/.test(name),
    },
  );
  const found = files
    .filter((file) => statSync(join(ROOT, file)).isFile())
    .flatMap((file) => forbiddenLines(file, readFileSync(join(ROOT, file), "utf8")));
  return { ok: found.length === 0, output: found.map(({ file, line, text }) => `${file}:${line} ${text}`).join("\n") };
}
