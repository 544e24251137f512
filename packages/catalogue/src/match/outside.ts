import type { MatchIndex } from "./match-index.ts";
import type { PhraseMatch } from "./phrase-match.ts";
import { isStopWord } from "./stop-words.ts";
import type { Token, TokenText } from "./tokens.ts";

/** A subject in a text that is known not to be covered. */
export interface OutsideHit {
  readonly clauses: ReadonlySet<number>;
  readonly nearest: readonly string[];
}

/**
 * The subjects of a text that the map names as not covered, unless a name that was found accounts for all their words ("pandas instead of
 * excel"). Of two that share words the longer is meant: "node.js backend" is not any backend.
 */
export function outsideHits(index: MatchIndex, text: TokenText, matches: readonly PhraseMatch[]): readonly OutsideHit[] {
  const cover = new Set(matches.flatMap((m) => [...m.cover]));
  const found = [...index.outside].flatMap(([key, nearest]) => {
    const all = tokensOf(text, key);
    const telling = all.filter((t) => !(t.kind === "word" && isStopWord(t.text)));
    const tokens = telling.length > 0 ? telling : all; // "learn go" tells nothing but its own name
    return tokens.every((t) => cover.has(t.at)) ? [] : [{ tokens, nearest }];
  });
  return found
    .filter(
      ({ tokens }) =>
        !found.some((other) => other.tokens.length > tokens.length && tokens.every((t) => other.tokens.includes(t))),
    )
    .map(({ tokens, nearest }) => ({ clauses: new Set(tokens.map((t) => t.clause)), nearest }));
}

/** The tokens among which a key stands word for word; within a run of Han characters it may stand anywhere. */
function tokensOf(text: TokenText, key: string): readonly Token[] {
  const starts: number[] = [];
  let length = 0;
  for (const token of text.tokens) {
    starts.push(length);
    length += token.text.length + 1;
  }
  const at = wordIndex(text.key, key);
  if (at < 0) return [];
  return text.tokens.filter((t, i) => (starts[i] ?? 0) < at + key.length && (starts[i] ?? 0) + t.text.length > at);
}

/** Where `key` stands in `text` without cutting a word that is not Chinese. */
function wordIndex(text: string, key: string): number {
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (!isInsideWord(text, at) && !isInsideWord(text, at + key.length)) return at;
  }
  return -1;
}

const isInsideWord = (text: string, at: number): boolean => isLetter(text[at - 1]) && isLetter(text[at]);
const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /[\p{L}\p{N}]/u.test(char) && !/\p{Script=Han}/u.test(char);
