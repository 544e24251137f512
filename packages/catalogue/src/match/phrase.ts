import { hanCore, isStopWord } from "./stop-words.ts";
import { type Token, tokenText } from "./tokens.ts";

/** What a phrase names, strongest first: where two name the same words, the stronger is meant. */
export const OWNER_KINDS = ["goal", "domain", "module", "concept"] as const;

export interface Owner {
  readonly kind: (typeof OWNER_KINDS)[number];
  readonly id: string;
}

/** A way of saying an owner's name: the words that must all stand in a text, in any order. */
export interface Phrase {
  readonly owner: Owner;
  readonly words: readonly string[];
  readonly han: readonly string[];
  /** The whole phrase with its stop words, for an exact match. */
  readonly key: string;
}

/** Compiles a title or an alias. */
export function phraseOf(owner: Owner, text: string): Phrase {
  const { tokens, key } = tokenText(text);
  const words = tokens.filter((t) => t.kind === "word" && !isStopWord(t.text)).map((t) => t.text);
  const han = tokens.filter((t) => t.kind === "han").map((t) => hanCore(t.text));
  return { owner, words: [...new Set(words)], han: han.filter((h) => h !== ""), key };
}

/** Words from which on a name has a meaning of its own: "how the web works" is not meant by everybody who types "web". */
const TITLE_WORDS = { goal: 3, domain: 2, module: 2, concept: 3 } as const satisfies Record<Owner["kind"], number>;

/** Compiles a name that is meant only word for word if it is one word dressed in others. */
export function titlePhrase(owner: Owner, text: string): Phrase {
  const phrase = phraseOf(owner, text);
  const isDressed = phrase.words.length + phrase.han.length < 2 && phrase.key.split(" ").length >= TITLE_WORDS[owner.kind];
  return isDressed ? { ...phrase, words: [], han: [] } : phrase;
}

/** The positions of a text that the phrase accounts for; `null` if some part of it is not there. A lone Han character is too little to go by. */
export function coverOf(phrase: Phrase, tokens: readonly Token[]): ReadonlySet<number> | null {
  const { words, han } = phrase;
  if (words.length === 0 && han.every((h) => h.length < 2)) return null;
  const cover = new Set<number>();
  for (const word of words) {
    const found = tokens.filter((t) => t.kind === "word" && t.text === word);
    if (found.length === 0) return null;
    for (const token of found) cover.add(token.at);
  }
  for (const core of han) {
    const runs = tokens.filter((t) => t.kind === "han" && t.text.includes(core));
    if (runs.length === 0) return null;
    for (const run of runs) addOccurrences(cover, run, core);
  }
  return cover;
}

function addOccurrences(cover: Set<number>, run: Token, core: string): void {
  for (let i = run.text.indexOf(core); i >= 0; i = run.text.indexOf(core, i + 1)) {
    for (let k = 0; k < core.length; k++) cover.add(run.at + i + k);
  }
}
