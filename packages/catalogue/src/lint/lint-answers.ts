import { Language } from "@wayfinder/protocol";
import type { QuizDraft } from "../quiz-draft.ts";
import { shownText } from "./lint-options.ts";

/** From this many single-choice items on a place may not hold too many keys; from the second, not too few. */
const ITEMS_FOR_MOST = 8;
const ITEMS_FOR_LEAST = 20;
const MOST_SHARE = 0.4;
const LEAST_SHARE = 0.15;
const PLACES = 4;
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
  const longest = single.filter(isKeyLongest).length;
  if (isMany(longest)) messages.push(`the key is the longest option in ${longest} of ${single.length} items; at most 40 %`);
  const verdicts = items.filter((q) => q.type === "true-false").map((q) => q.answer);
  const yes = verdicts.filter((answer) => answer === true).length;
  const share = yes / verdicts.length;
  if (verdicts.length >= TRUE_FALSE_ITEMS && (share < TRUE_SHARE[0] || share > TRUE_SHARE[1]))
    messages.push(`${yes} of ${verdicts.length} true-false items are true; 35 to 65 % wanted`);
  return messages;
}

const isKeyLongest = ({ options }: QuizDraft): boolean =>
  Language.options.some((language) => {
    const key = Math.max(...options.filter((o) => o.right).map((o) => shownText(o.text, language).length));
    return options.filter((o) => !o.right).every((o) => shownText(o.text, language).length < key);
  });
