import { foldText, stemOf } from "./fold-text.ts";

/** A word, or an unbroken run of Han characters. A word takes one position, a run one for each character. */
export interface Token {
  readonly kind: "word" | "han";
  /** A word's stem, or the run as written. */
  readonly text: string;
  /** Its first position in the text. */
  readonly at: number;
  /** The clause it stands in, from 0. */
  readonly clause: number;
}

/** A text cut into tokens and clauses: parts between commas, "and" and the like, so that a list of wishes can be told apart. */
export interface TokenText {
  readonly tokens: readonly Token[];
  /** Each clause as the person wrote it. */
  readonly clauses: readonly string[];
  /** The tokens one after the other; equal for texts that differ in spaces, case and punctuation only. */
  readonly key: string;
}

// the slash of "ci/cd" joins, every other one separates
const CLAUSE_ENDS =
  /(?:[,;、。！!?&\n]|(?<!\bci\s?)\/|(?<=\s)\+(?=\s)|\.(?=\s|$)|(?<=^|[^\p{L}])(?:and|or|plus|then)(?=[^\p{L}]|$)|以及|还有|然后|和|与|及)+/giu;

const TOKENS = /c\+\+|[cf]#|\.net\b|\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv;

/** Cuts a text into tokens. */
export function tokenText(text: string): TokenText {
  const clauses = text
    .normalize("NFKC")
    .split(CLAUSE_ENDS)
    .map((c) => c.trim());
  const tokens: Token[] = [];
  let at = 0;
  clauses.forEach((part, clause) => {
    for (const [found] of foldText(part).matchAll(TOKENS)) {
      const kind = /^\p{Script=Han}/u.test(found) ? "han" : "word";
      tokens.push({ kind, text: kind === "word" ? stemOf(found) : found, at, clause });
      at += widthOf(kind, found);
    }
  });
  return { tokens, clauses, key: tokens.map((t) => t.text).join(" ") };
}

/** The positions a token takes. */
export const positionsOf = ({ kind, text, at }: Token): number[] => Array.from({ length: widthOf(kind, text) }, (_, i) => at + i);

const widthOf = (kind: Token["kind"], text: string): number => (kind === "word" ? 1 : text.length);
