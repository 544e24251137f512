import { withoutThinking } from "./object-texts.ts";
import type { ReadAnswer } from "./read-answer.ts";

/** Nothing is explained in less; the shortest tutorials of the catalogue have ten times as much. */
const FEWEST_CHARACTERS = 200;
/** Of so many words, fewer than this share being different is a stutter; prose has 20 % and more. */
const STUTTER_WORDS = 400;
const STUTTER_SHARE = 0.05;

/** Reads a tutorial: thinking aloud and a fence around the whole taken off. A web page, a refusal or a stutter is none. */
export function readTutorial(text: string): ReadAnswer<string> {
  const markdown = unfenced(withoutThinking(text.replace(/^\uFEFF/, "")));
  if (/^\s*<(!doctype|html)/i.test(markdown)) return { ok: false, problem: "It was a web page, not a tutorial." };
  if (markdown.length < FEWEST_CHARACTERS) return { ok: false, problem: "It was too short to explain anything." };
  const words = markdown.toLowerCase().split(/\s+/);
  if (words.length > STUTTER_WORDS && new Set(words).size / words.length < STUTTER_SHARE)
    return { ok: false, problem: "It said the same words over and over." };
  return { ok: true, value: markdown };
}

/** Some models put the whole document into one fence. */
function unfenced(text: string): string {
  const inner = /^```(?:markdown|md)?\s*\n([\s\S]*)\n```$/.exec(text)?.[1];
  const isOneFence = inner !== undefined && (inner.match(/^```/gm)?.length ?? 0) % 2 === 0;
  return isOneFence ? inner.trim() : text;
}
