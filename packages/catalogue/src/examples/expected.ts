import type { Program } from "./program.ts";

/** Why the text below an example is not what its code prints when it is run here; such an example need only end well. */
type OtherwiseReason =
  /** The text is a table, a figure or what another program shows. */
  | "figure"
  /** The text tells seconds. */
  | "timing"
  /** The words are those of one version of a tool. */
  | "version"
  /** The text comes between two blocks, leaves lines out or follows a change that the prose describes. */
  | "part";

/** Examples whose text is not compared with what they print, by the concept's id. */
export const SHOWS_OTHERWISE: ReadonlyMap<string, OtherwiseReason> = new Map<string, OtherwiseReason>([
  ["data-notebooks", "figure"],
  ["git-branches-merging", "part"],
  ["git-pull-requests", "version"],
  ["git-remotes", "version"],
  ["js-promises", "timing"],
  ["linux-file-permissions", "part"],
  ["linux-processes", "timing"],
  ["ts-narrowing", "part"],
  ["web-http", "figure"],
  ["web-performance", "figure"],
  ["web-security", "figure"],
]);

/** What a program should print, line by line. `error` is the line of an uncaught error that must end it. */
export interface Expected {
  readonly lines: readonly string[];
  readonly error: string | null;
}

/** The lines of a text without the space that ends them and without empty ones. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .filter((line) => line !== "");

/** What an example promises to print, out of its text or else its `// …` comments; `null` if it promises nothing that can be compared. */
export function expectedOf(program: Program): Expected | null {
  if (SHOWS_OTHERWISE.has(program.id)) return null;
  const [text, ...more] = program.texts;
  if (text === undefined || program.language === "typescript") return commented(program);
  if (more.length > 0) return null;
  if (program.language === "shell" || program.language === "sql") return { lines: linesOf(text), error: null };
  const lines = linesOf(text);
  const end = lines.findIndex((line) => /^(?:Traceback \(|\S+\.mjs:\d+$)/.test(line));
  if (end < 0) return { lines, error: null };
  return { lines: lines.slice(0, end), error: lines.find((line, i) => i > end && /^\w*Error: /.test(line)) ?? null };
}

/** Errors of the compiler that the text of an example shows, in their order. */
export const compilerErrorsOf = (program: Program): readonly string[] =>
  SHOWS_OTHERWISE.has(program.id) ? [] : compilerErrors(program.texts.join("\n"));

/** The lines of a text that are errors of the compiler. */
export const compilerErrors = (text: string): readonly string[] =>
  linesOf(text).filter((line) => /^\S+\(\d+,\d+\): error TS\d+: /.test(line));

/** `console.log(x); // 31`, and `// LI, then ANN` where a line prints twice. */
function commented({ blocks }: Program): Expected | null {
  const lines = blocks
    .flatMap(({ code }) => [...code.matchAll(/^\s*(?:console\.log|show)\(.*; \/\/ (.+)$/gm)])
    .flatMap(([, comment = ""]) => comment.split(", then "));
  return lines.length === 0 ? null : { lines, error: null };
}
