import { Language } from "@wayfinder/protocol";
import type { QuizDraft } from "../quiz-draft.ts";
import { shownText } from "./lint-options.ts";

/** From this many single-choice items on a place may not hold too many keys; from the second, not too few. */
const ITEMS_FOR_MOST = 8;
const ITEMS_FOR_LEAST = 20;
const MOST_SHARE = 0.4;
const LEAST_SHARE = 0.15;
const PLACES = 4;
/** Over many multiple choices one set of places may hold no more of the keys than this, and each place about as many as the others. */
const SET_SHARE = 0.35;
const ITEMS_FOR_PLACES = 12;
const PLACE_SHARE_OFF = 0.2;
const TRUE_FALSE_ITEMS = 6;
const TRUE_SHARE = [0.35, 0.65] as const;

/** That keys cannot be guessed over many items: neither by place, nor by length, nor by saying "true" (L20). Answers the messages. */
export function lintAnswers(items: readonly QuizDraft[]): readonly string[] {
  const messages: string[] = [];
  const single = items.filter((q) => q.type === "single");
  const places = single.map((q) => q.options.findIndex((o) => o.right));
  const isMany = (n: number) => single.length >= ITEMS_FOR_MOST && n > single.length * MOST_SHARE;
  for (const [at, keys] of Map.groupBy(places.toSorted(), (p) => p))
    if (isMany(keys.length))
      messages.push(`the key stands at place ${at + 1} in ${keys.length} of ${single.length} items; at most 40 %`);
  if (single.length >= ITEMS_FOR_LEAST)
    for (let at = 0; at < PLACES; at++) {
      const keys = places.filter((p) => p === at).length;
      if (keys < single.length * LEAST_SHARE)
        messages.push(`the key stands at place ${at + 1} in ${keys} of ${single.length} items; at least 15 %`);
    }
  messages.push(...lintSets(items.filter((q) => q.type === "multiple")));
  const longest = single.filter(isKeyLongest).length;
  if (isMany(longest)) messages.push(`the key is the longest option in ${longest} of ${single.length} items; at most 40 %`);
  const verdicts = items.filter((q) => q.type === "true-false").map((q) => q.answer);
  const yes = verdicts.filter((answer) => answer === true).length;
  const share = yes / verdicts.length;
  if (verdicts.length >= TRUE_FALSE_ITEMS && (share < TRUE_SHARE[0] || share > TRUE_SHARE[1]))
    messages.push(`${yes} of ${verdicts.length} true-false items are true; 35 to 65 % wanted`);
  return messages;
}

/** That neither a set of places ("the first and the third") nor a place gives the keys of multiple choices away. */
function lintSets(items: readonly QuizDraft[]): readonly string[] {
  const messages: string[] = [];
  const sets = items.map((q) => q.options.flatMap((o, at) => (o.right ? [at + 1] : [])));
  for (const [set, same] of Map.groupBy(sets.map((s) => s.join(" and ")).toSorted(), (s) => s))
    if (sets.length >= ITEMS_FOR_MOST && same.length > sets.length * SET_SHARE)
      messages.push(`the keys stand at places ${set} in ${same.length} of ${sets.length} multiple choices; at most 35 %`);
  if (sets.length < ITEMS_FOR_PLACES) return messages;
  const mean = sets.flat().length / PLACES / sets.length;
  for (let place = 1; place <= PLACES; place++) {
    const share = sets.filter((s) => s.includes(place)).length / sets.length;
    if (Math.abs(share - mean) > PLACE_SHARE_OFF)
      messages.push(
        `place ${place} is right in ${percent(share)} of ${sets.length} multiple choices; ${percent(mean)} ± 20 wanted`,
      );
  }
  return messages;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Whether the key of a single choice is the longest option in one of the languages. */
export const isKeyLongest = ({ options }: QuizDraft): boolean =>
  Language.options.some((language) => {
    const key = Math.max(...options.filter((o) => o.right).map((o) => shownText(o.text, language).length));
    return options.filter((o) => !o.right).every((o) => shownText(o.text, language).length < key);
  });
