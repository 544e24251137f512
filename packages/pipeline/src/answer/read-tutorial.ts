import { visibleText } from "@wayfinder/protocol";
import { withoutThinking } from "./object-texts.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { isRefusal } from "./refusal.ts";

/** Nothing is explained in less; the shortest tutorials of the catalogue have ten times as much. */
const FEWEST_CHARACTERS = 200;
/** Of so many words, fewer than this share being different is a stutter; prose has 20 % and more. */
const STUTTER_WORDS = 400;
const STUTTER_SHARE = 0.05;

/** Reads a tutorial: thinking aloud and a fence around the whole taken off. A web page, a refusal, a stutter or a part is none. */
export function readTutorial(text: string): ReadAnswer<string> {
  const markdown = unfenced(visibleText(withoutThinking(text)));
  if (/^\s*<(!doctype|html)/i.test(markdown)) return { ok: false, problem: "It was a web page, not a tutorial." };
  if (isRefusal(markdown)) return { ok: false, problem: "The model refused to answer.", fault: "refused" };
  if (markdown.length < FEWEST_CHARACTERS) return { ok: false, problem: "It was too short to explain anything." };
  const words = markdown.toLowerCase().split(/\s+/);
  if (words.length > STUTTER_WORDS && new Set(words).size / words.length < STUTTER_SHARE)
    return { ok: false, problem: "It said the same words over and over." };
  if (endsInFence(markdown)) return { ok: false, problem: "It broke off inside a block of code.", fault: "cut_off" };
  return { ok: true, value: markdown };
}

/** Some models put the whole document into one fence. */
function unfenced(text: string): string {
  const inner = /^```(?:markdown|md)?\s*\n([\s\S]*)\n```$/.exec(text)?.[1];
  const isOneFence = inner !== undefined && (inner.match(/^```/gm)?.length ?? 0) % 2 === 0;
  return isOneFence ? inner.trim() : text;
}

/** Whether a fence is open at the end. One closes with as many of its signs or more, and nothing after them (CommonMark 0.31, 4.5). */
function endsInFence(markdown: string): boolean {
  let open: string | null = null;
  for (const [, marks = "", info = ""] of markdown.matchAll(/^[ ]{0,3}(?:[-*+>] +|\d+[.)] +)?[ ]*(`{3,}|~{3,})([^\n]*)$/gm)) {
    if (open === null) {
      if (!info.includes("`")) open = marks;
    } else if (marks.startsWith(open) && info.trim() === "") open = null;
  }
  // a bare fence at the very end closes something, however the blocks before it were nested
  return open !== null && !/^[ ]*(`{3,}|~{3,})\s*$/m.test(markdown.slice(markdown.lastIndexOf("\n") + 1));
}
