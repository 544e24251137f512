import { type TokenText, tokenText } from "./tokens.ts";

/** Where a person speaks of themselves before the wish: "I am a nurse who wants to", "作为护士，我想". What follows is the goal. */
const ABOUT_ME_AND_WISH =
  /^(?:(?:i['’]?m|i am|as an?|being an?)\b.{0,80}?\b(?:want(?:s|ing)?|like|love|hoping|need(?:s|ing)?|looking|trying|wish(?:es)?) to\b|[^,.;]{0,60}?\b(?:who (?:wants?|needs?|likes?|hopes?|would like)|wanting|hoping) to\b|(?:我是|作为).{0,40}?(?:想要|想|希望|打算|需要))/isu;

/** Beginnings of clauses in which a person only speaks of themselves: "I know Python and want to learn …". */
const ABOUT_ME =
  /^(?:i (?:already |can |have |know|use|work|am\b)|i['’]?m\b(?! (?:trying|learning|looking|going))|as an? |my (?:job|name|background)\b|作为|我?(?:只|才|刚|就|还|也)?(?:已经|会一[点些]|懂一[点些]|学过|有一[点些]|没有?基础)|我(?:只|才|刚|就|还|也)?(?:是|有|已|会|懂|在|做|从事|了解))/iu;
const WISH = /\b(?:learn|want|become|build|make|understand|how)\b|想|学会|成为|打算|希望|怎么/iu;

/** A goal without what a person says of themselves before the wish, as long as something remains. */
export function withoutOpeningWords(goal: string): string {
  const wish = goal.trim().replace(ABOUT_ME_AND_WISH, "").trim();
  return wish === "" ? goal : wish;
}

const isBackground = (clause: string): boolean => ABOUT_ME.test(clause) && !WISH.test(clause);

/** What a person says of themselves in a goal. */
export function backgroundOf(goal: string): string {
  const [opening] = ABOUT_ME_AND_WISH.exec(goal.trim()) ?? [""];
  return [opening, ...tokenText(goal).clauses.filter(isBackground)].join(", ");
}

/** The text without the clauses in which the person speaks of themselves, as long as another clause remains. */
export function withoutBackground(text: TokenText): TokenText {
  const tokens = text.tokens.filter((t) => !isBackground(text.clauses[t.clause] ?? ""));
  return tokens.length === 0 ? text : { ...text, tokens, key: tokens.map((t) => t.text).join(" ") };
}
