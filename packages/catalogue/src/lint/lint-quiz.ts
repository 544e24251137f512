import { Language, QuizType } from "@wayfinder/protocol";
import type { QuizDraft } from "../quiz-draft.ts";
import { lintBoth } from "./lint-both.ts";
import { lintOptions } from "./lint-options.ts";
import { lintProse } from "./lint-prose.ts";
import { hasUnpaired, wordCount } from "./measure-text.ts";
import type { Say } from "./say.ts";

const MIN_ITEMS = 3;
const MIN_EXPLANATION_WORDS = 8;

const NEGATIVE = {
  en: /\b(which|what)\b[^?]*\b(is|are|does|do|will|would|can|should)\s+(not|never)\b|\bexcept\b|\bNOT\b|\b(incorrect|untrue|false)\b/,
  zh: /(哪|下列|以下|下面)[^？]{0,24}(不正确|错误|不是|不属于|不会|不能|不应|除了|除外)/,
} as const satisfies Record<Language, RegExp>;

/** A quiz against the outcomes of its concept: number and types (L13), keys (L14 to L17), stems (L18), what is tested (L19). `lineOf` gives an item's line. */
export function lintQuiz(
  items: readonly QuizDraft[],
  outcomes: readonly string[],
  { lineOf, say }: { lineOf: (i: number) => number; say: Say },
): void {
  if (items.length < MIN_ITEMS) say("L13", `${items.length} quiz items; at least ${MIN_ITEMS}`);
  if (new Set(items.map((q) => q.id)).size < items.length) say("L13", "quiz ids repeat");
  items.forEach((item, i) => lintItem(item, outcomes, (rule, message) => say(rule, `${item.id}: ${message}`, lineOf(i))));
  for (const id of outcomes) if (!items.some((q) => q.tests.includes(id))) say("L19", `outcome ${id} has no quiz item`);
}

function lintItem(item: QuizDraft, outcomes: readonly string[], say: Say): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(item.id)) say("L13", `id "${item.id}"`);
  if (!QuizType.safeParse(item.type).success) say("L13", `type "${item.type}"; known: ${QuizType.options.join(", ")}`);
  lintBoth(item.question, "stem", say);
  lintBoth(item.explain, "explanation", say);
  if (item.tests.length === 0 || item.tests.some((id) => !outcomes.includes(id)))
    say("L19", `tests [${item.tests.join(", ")}] names no outcome of this concept`);
  for (const text of textsOf(item)) if (hasUnpaired(text)) say("L6", `unpaired \` or ** in "${text}"`);
  for (const language of Language.options) {
    if (NEGATIVE[language].test(item.question[language])) say("L18", "negative stem; ask for what is so");
    lintProse(item.question[language], language, say);
    lintProse(item.explain[language], language, say);
  }
  if (wordCount(item.explain.en) < MIN_EXPLANATION_WORDS)
    say("L13", `the English explanation is under ${MIN_EXPLANATION_WORDS} words`);
  if (item.type !== "true-false") return lintOptions(item, say);
  if (item.answer === null) say("L14", "true-false needs answer: true or false");
  lintBoth(item.misconception, "misconception", say);
}

/** Every text of an item in both languages. */
function textsOf({ question, explain, misconception, options }: QuizDraft): readonly string[] {
  const both = [question, explain, misconception, ...options.flatMap((o) => [o.text, o.misconception])];
  return both.flatMap((text) => [text.en, text.zh]);
}
