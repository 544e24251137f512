import { type TokenText, tokenText } from "./tokens.ts";

/** Beginnings of clauses in which a person speaks of themselves: "I know Python and want to learn …". */
const ABOUT_ME =
  /^(?:i (?:already |can |have |know|use|work|am\b)|i['’]?m\b(?! (?:trying|learning|looking|going))|my (?:job|name|background)\b|我(?:是|有|已经|已|会|懂|在|做|学过|从事|了解))/iu;
const WISH = /\b(?:learn|want|become|build|make|understand|how)\b|想|学会|成为|打算|希望|怎么/iu;

const isBackground = (clause: string): boolean => ABOUT_ME.test(clause) && !WISH.test(clause);

/** The clauses in which the person speaks of themselves. */
export const backgroundOf = (text: string): string => tokenText(text).clauses.filter(isBackground).join(", ");

/** The text without the clauses in which the person speaks of themselves, as long as another clause remains. */
export function withoutBackground(text: TokenText): TokenText {
  const tokens = text.tokens.filter((t) => !isBackground(text.clauses[t.clause] ?? ""));
  return tokens.length === 0 ? text : { ...text, tokens, key: tokens.map((t) => t.text).join(" ") };
}
