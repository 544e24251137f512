/** What nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction, fillers, annotation marks. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Invisible signs without which others look different: joined emoji, their colour and style, flags, forms of Chinese and of joining scripts. */
const NEEDED = [
  /(?<=[\p{Extended_Pictographic}\uFE0F\p{Emoji_Modifier}])\u200D(?=\p{Extended_Pictographic})/u,
  /(?<=[\p{Extended_Pictographic}\p{Script=Han}#*0-9])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u,
  /(?<=\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6})[\u{E0020}-\u{E007F}]/u,
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])[\u200C\u200D](?=\p{L})/u,
];
const KEPT_OR_INVISIBLE = new RegExp(`(${NEEDED.map(({ source }) => source).join("|")})|${INVISIBLE.source}`, "gu");

/** A text without signs that nobody sees. */
export const withoutInvisible = (text: string): string =>
  // the blank of Braille is no blank to anybody but people
  text.replaceAll(KEPT_OR_INVISIBLE, "$1").replaceAll("\u2800", " ");

/** A text as people see it: without signs that nobody sees, blanks at its ends taken off. Of nothing visible nothing is left. */
export const visibleText = (text: string): string => withoutInvisible(text).trim();

/** Two texts look the same when only width, case, blanks and invisible signs differ (NFKC). */
export const lookKey = (text: string): string =>
  visibleText(text.normalize("NFKC").replaceAll(INVISIBLE, "")).replaceAll(/\s+/gu, " ").toLowerCase();
