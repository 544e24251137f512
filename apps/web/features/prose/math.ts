import { pieces } from "./fence.ts";

// A single $ opens a formula only where no word or space touches it wrongly, so that prices and shell variables stay what they are.
const SINGLE = /(?<![\\$\p{L}\p{N}])\$(?![\s$])([^$\n]*?[^\s\\$])\$(?![$\p{L}\p{N}])/gu;
const ROUND = /\\\(([^\n]+?)\\\)/g;
const SQUARE = /\\\[([^\n]+?)\\\]/g;
const ALONE = /^([ \t]*)\$\$(?!\s*$)([^$\n]+)\$\$[ \t]*$/gm;
const ALONE_SQUARE = /^([ \t]*)\\\[([^\n]+?)\\\][ \t]*$/gm;
const BRACKET = /^([ \t]*)\\[[\]][ \t]*$/gm;
/** Code between backticks on one line; every second part of a split. */
const CODE = /(`+[^`\n]+`+)/;

/** The text with each formula between two dollars, however it was marked: `$x$`, `\(x\)`, `\[x\]`. Code stays as it is. */
export function markMath(markdown: string): string {
  if (!/[$\\]/.test(markdown)) return markdown;
  return pieces(markdown)
    .map(({ text, isCode }) => (isCode ? text : mark(text)))
    .join("");
}

function mark(text: string): string {
  const own = (_: string, indent: string, formula: string) => [`${indent}$$`, indent + formula.trim(), `${indent}$$`].join("\n");
  const alone = text
    .replace(ALONE, own)
    .replace(ALONE_SQUARE, own)
    .replace(BRACKET, (_, indent: string) => `${indent}$$`);
  return alone
    .split(CODE)
    .map((part, nth) => (nth % 2 === 1 ? part : inline(part)))
    .join("");
}

const inline = (text: string): string =>
  [ROUND, SQUARE, SINGLE].reduce((all, form) => all.replace(form, (_, formula: string) => `$$${formula.trim()}$$`), text);

/** The text up to a formula of its own lines that is still being written: half of one cannot be set. */
export function beforeOpenMath(markdown: string): string {
  let open = -1;
  let at = 0;
  for (const { text, isCode } of pieces(markdown)) {
    for (const line of text.split(/(?<=\n)/)) {
      if (!isCode && line.trim() === "$$") open = open < 0 ? at : -1;
      at += line.length;
    }
  }
  return open < 0 ? markdown : markdown.slice(0, open);
}

/** Whether there is a formula to set. */
export const hasMath = (marked: string): boolean => marked.includes("$$");
