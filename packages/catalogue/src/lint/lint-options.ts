import { Language } from "@wayfinder/protocol";
import type { Bilingual } from "../bilingual.ts";
import type { QuizDraft } from "../quiz-draft.ts";
import { lintBoth } from "./lint-both.ts";
import { foldForCompare } from "./measure-text.ts";
import type { Say } from "./say.ts";

const OPTIONS = [3, 5] as const;
/** A key this many times as long as the longest distractor gives itself away, if the difference can be seen at all. */
const KEY_LENGTH_FACTOR = 1.2;
const VISIBLE_CHARACTERS = { en: 6, zh: 4 } as const satisfies Record<Language, number>;
const ALL_ABOVE = /(all|none|both|any) of (the )?(above|these|them)|以上(都|皆|均|全)|都(对|不对|正确|是)$|both a and b|a 和 b/i;

/** The text of an option as the eye sees it. */
export const shownText = (text: Bilingual, language: Language): string => text[language].replace(/[`*]/g, "").trim();

/** The options of a single or multiple choice: keys (L14), number and texts (L15), length of the key (L16), "all of the above" (L17). */
export function lintOptions({ options, type }: QuizDraft, say: Say): void {
  const right = options.filter((o) => o.right);
  if (options.length < OPTIONS[0] || options.length > OPTIONS[1])
    say("L15", `${options.length} options; ${OPTIONS.join(" to ")} wanted`);
  if (type === "single" && right.length !== 1) say("L14", `${right.length} right options; single choice has exactly 1`);
  if (type === "multiple" && (right.length < 2 || right.length === options.length))
    say("L14", `${right.length} of ${options.length} right; multiple choice needs at least 2 right and 1 wrong`);
  options.forEach((o, i) => {
    lintBoth(o.text, `option ${i + 1}`, say);
    if (!o.right && (!o.misconception.en || !o.misconception.zh))
      say("L15", `option ${i + 1} has no misconception in both languages`);
  });
  for (const language of Language.options) {
    const texts = options.map((o) => foldForCompare(shownText(o.text, language)));
    if (new Set(texts).size < texts.length) say("L15", `two options read the same (${language})`);
    if (texts.some((t) => ALL_ABOVE.test(t))) say("L17", `"all / none of the above" (${language})`);
    const length = (text: Bilingual) => shownText(text, language).length;
    const longest = Math.max(0, ...options.filter((o) => !o.right).map((o) => length(o.text)));
    for (const key of right.map((o) => length(o.text)))
      if (key > longest * KEY_LENGTH_FACTOR && key - longest >= VISIBLE_CHARACTERS[language])
        say("L16", `the key is much the longest option (${language}: ${key} against ${longest})`);
  }
}
