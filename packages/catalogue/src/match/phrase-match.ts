import { isStopWord } from "./stop-words.ts";
import type { MatchIndex } from "./match-index.ts";
import { OWNER_KINDS, type Owner, type Phrase, coverOf } from "./phrase.ts";
import { withSpaces } from "./run-together.ts";
import { positionsOf, type Token, type TokenText, tokenText } from "./tokens.ts";
import { meantSubject, meantWord } from "./typo.ts";

/** A name found in a text, and the positions of the text that it accounts for. */
export interface PhraseMatch {
  readonly owner: Owner;
  readonly cover: ReadonlySet<number>;
  /** The words by which it was found. */
  readonly phrase: Phrase;
  /** The whole text is this phrase, word for word. */
  readonly exact: boolean;
}

/** Cuts a text into tokens and puts right missing spaces and the slips of the keyboard. */
export function readTokens(index: MatchIndex, text: string): TokenText {
  const read = tokenText(withSpaces(index, text));
  const tokens = read.tokens.map((token) => {
    if (token.kind !== "word" || index.vocabulary.has(token.text) || isStopWord(token.text)) return token;
    const meant = meantSubject(token.text, index.subjects) ?? meantWord(token.text, index.longWords);
    return meant === undefined ? token : { ...token, text: meant };
  });
  return { ...read, tokens, key: tokens.map((t) => t.text).join(" ") };
}

/** The names that a text speaks of, without those that a longer name contains, unless a clause of a list says just that name. */
export function phraseMatches(index: MatchIndex, text: TokenText): readonly PhraseMatch[] {
  const exact = index.exact.get(text.key) ?? [];
  if (exact.length > 0) return strongest(exact.map((p) => ({ owner: p.owner, cover: everything(text), phrase: p, exact: true })));
  const matches = candidates(index, text).flatMap(({ owner, phrase }) => {
    const cover = coverOf(phrase, text.tokens);
    return cover === null ? [] : [{ owner, cover, phrase, exact: false }];
  });
  const kept = strongest(matches);
  return kept.filter((m) => !kept.some((other) => contains(other, m) && (inOneClause(other, text) || !isWholeClause(m, text))));
}

function candidates(index: MatchIndex, text: TokenText): { owner: Owner; phrase: Phrase }[] {
  const words = new Set(text.tokens.flatMap((t) => (t.kind === "word" ? [t.text] : [])));
  return ["", ...words].flatMap((word) => (index.phrases.get(word) ?? []).map((phrase) => ({ owner: phrase.owner, phrase })));
}

/** Of matches that account for the same words, those of the strongest kind; each owner once. */
function strongest(matches: readonly PhraseMatch[]): PhraseMatch[] {
  const groups = Map.groupBy(matches, (m) => [...m.cover].toSorted((a, b) => a - b).join(","));
  return [...groups.values()].flatMap((group) => {
    const kind = OWNER_KINDS.find((k) => group.some((m) => m.owner.kind === k));
    const strong = group.filter((m) => m.owner.kind === kind);
    // "pandas group by" is not "group by month in pandas", though both say the same telling words
    const shortest = Math.min(...strong.map(keyLength));
    const seen = new Set<string>();
    return strong.filter((m) => keyLength(m) === shortest && !seen.has(m.owner.id) && seen.add(m.owner.id));
  });
}

const keyLength = ({ phrase }: PhraseMatch): number => phrase.key.split(" ").length;

const contains = (a: PhraseMatch, b: PhraseMatch): boolean =>
  a.cover.size > b.cover.size && [...b.cover].every((at) => a.cover.has(at));

const touches = (m: PhraseMatch, token: Token): boolean => positionsOf(token).some((at) => m.cover.has(at));

const clausesOf = (m: PhraseMatch, text: TokenText): ReadonlySet<number> =>
  new Set(text.tokens.filter((t) => touches(m, t)).map((t) => t.clause));

const inOneClause = (m: PhraseMatch, text: TokenText): boolean => clausesOf(m, text).size === 1;

function isWholeClause(m: PhraseMatch, text: TokenText): boolean {
  const clauses = clausesOf(m, text);
  const telling = text.tokens.filter((t) => clauses.has(t.clause) && !(t.kind === "word" && isStopWord(t.text)));
  return telling.every((t) => touches(m, t));
}

const everything = (text: TokenText): ReadonlySet<number> => new Set(text.tokens.flatMap(positionsOf));
