import type { Catalogue } from "../catalogue.ts";
import { closureOf } from "../closure.ts";
import { targetsOf } from "./owner.ts";
import type { PhraseMatch } from "./phrase-match.ts";
import { hanCore, isStopWord } from "./stop-words.ts";
import { positionsOf, type Token, type TokenText } from "./tokens.ts";

/** How much of a clause is about what was found: in words, two Han characters for one. */
export interface ClauseWeight {
  /** Words that belong to a name that was found. */
  readonly named: number;
  /** Words that the catalogue uses on the way to what was found. */
  readonly related: number;
  /** Words that say something else. */
  readonly foreign: number;
  /** It speaks of learning: a wish, not a story. */
  readonly learns: boolean;
  /** The person speaks of themselves in it. */
  readonly personal: boolean;
}

const LEARNS = /\b(?:learn|study|understand|master)\w*|学(?!生|校|院|历|期|位|过)/iu;
const PERSONAL = /\b(?:i|my|me|we|our)\b|我|听说|觉得|了$/iu;

/** Weighs each clause of a text against the names found in it. Words of the names' own domains count as related. */
export function weighClauses(catalogue: Catalogue, text: TokenText, matches: readonly PhraseMatch[]): readonly ClauseWeight[] {
  const cover = new Set(matches.flatMap((m) => [...m.cover]));
  const targets = matches.flatMap((m) => targetsOf(catalogue, m.owner));
  const domains = new Set(targets.map((id) => catalogue.map.concepts.get(id)?.domain));
  const related = [...closureOf(catalogue.map.concepts, targets)].filter((id) =>
    domains.has(catalogue.map.concepts.get(id)?.domain),
  );
  const isRelated = (token: Token, part: string): boolean =>
    related.some((id) => {
      const said = catalogue.index.words.get(id);
      return said !== undefined && (token.kind === "word" ? said.words.has(part) : said.han.includes(part));
    });
  return text.clauses.map((said, clause) => {
    const weight = { named: 0, related: 0, foreign: 0, learns: LEARNS.test(said), personal: PERSONAL.test(said) };
    for (const token of text.tokens) {
      if (token.clause !== clause) continue;
      const left = uncovered(token, cover);
      weight.named += (positionsOf(token).filter((at) => cover.has(at)).length || 0) / (token.kind === "han" ? 2 : 1);
      for (const part of left)
        weight[isRelated(token, part) ? "related" : "foreign"] += token.kind === "han" ? Math.ceil(part.length / 2) : 1;
    }
    return weight;
  });
}

/** The parts of a token that no name accounts for and that are not just grammar. */
function uncovered(token: Token, cover: ReadonlySet<number>): string[] {
  if (token.kind === "word") return cover.has(token.at) || isStopWord(token.text) ? [] : [token.text];
  const left = token.text
    .split("")
    .map((char, i) => (cover.has(token.at + i) ? " " : char))
    .join("");
  return left
    .split(/\s+/)
    .map(hanCore)
    .filter((part) => part !== "");
}
