import type { MatchIndex } from "./match-index.ts";
import { isStopWord } from "./stop-words.ts";
import { stemOf } from "./fold-text.ts";

/** Shorter words are found in too many others by accident. */
const SHORTEST_PART = 3;
/** No subject has a longer name, and nobody types a longer word; it bounds the work. */
const LONGEST_PART = 16;
const LONGEST_WORD = 40;
const ABBREVIATIONS = new Set(["js", "ts"]);

/** Puts the spaces into words that were typed as one: "learnpython", "htmlcssjs". A word that does not come apart without a rest stays. */
export const withSpaces = (index: MatchIndex, text: string): string =>
  text.replace(/[a-z]{6,}/gi, (word) =>
    index.vocabulary.has(stemOf(word.toLowerCase())) ? word : (partsOf(index, word)?.join(" ") ?? word),
  );

/** The parts, of which one at least names a subject; `undefined` if some letters are left. */
function partsOf(index: MatchIndex, word: string): readonly string[] | undefined {
  if (word.length > LONGEST_WORD) return undefined;
  const lower = word.toLowerCase();
  const isPart = (part: string) =>
    ABBREVIATIONS.has(part) || (part.length >= SHORTEST_PART && (index.topicWords.has(stemOf(part)) || isStopWord(stemOf(part))));
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= lower.length; end++)
    for (let from = Math.max(0, end - LONGEST_PART); from < end && best[end] === undefined; from++) {
      const before = best[from];
      if (before && isPart(lower.slice(from, end))) best[end] = [...before, lower.slice(from, end)];
    }
  const parts = best[lower.length];
  return parts && parts.length > 1 && parts.some((part) => index.topicWords.has(stemOf(part))) ? parts : undefined;
}
