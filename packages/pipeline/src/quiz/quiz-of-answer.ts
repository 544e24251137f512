import { lookKey, type QuizItem } from "@wayfinder/protocol";
import type { QuizAnswer } from "../prompts/quiz.ts";
import { seededOrder } from "./seeded-order.ts";

/** PR11. */
const FEWEST_ITEMS = 3;
const MOST_ITEMS = 8;
const MOST_OPTIONS = 6;
/** A right option this much longer than every other gives itself away. */
const TELLTALE_RATIO = 1.35;
/** The share of items in which it may stand out before the quiz is sent back. */
const TELLTALE_SHARE = 0.5;

const TYPES = { single: "single", multiple: "multiple", trueFalse: "true-false" } as const;

/**
 * The items of a model's quiz that can be graded (PR11): distinct options, at least one right and one wrong, an explanation. The options
 * are put in an order made from the words, so that no place is likelier than another and the same quiz is the same bytes.
 */
export function quizOfAnswer({ items }: QuizAnswer, concept_id: string): QuizItem[] {
  const seen = new Set<string>();
  const sound = items.flatMap((item) => {
    const options = distinct(item.options).slice(0, MOST_OPTIONS);
    const right = options.filter((option) => option.right).length;
    const question = item.question.trim();
    if (seen.has(lookKey(question)) || right === 0 || right === options.length || item.explanation.trim() === "") return [];
    seen.add(lookKey(question));
    return [{ question, options, explanation: item.explanation.trim(), type: typeOf(item.type, options.length, right) }];
  });
  return sound.slice(0, MOST_ITEMS).map(({ question, options, explanation, type }, at) => {
    const order = seededOrder(options.length, `${concept_id} ${question}`);
    const placed = order.map((from) => options[from]!);
    return {
      item_id: `q${at + 1}`,
      type,
      question,
      options: placed.map((option) => option.text),
      right: placed.flatMap((option, place) => (option.right ? [place] : [])),
      explanation,
      misconceptions: placed.map((option) => (option.right ? null : (option.misconception?.trim() ?? "") || null)),
      tests: [],
    };
  });
}

/** What is wrong with a quiz that code cannot mend, in words for the model; null if it may be shown. */
export function quizObjection(answer: QuizAnswer): string | null {
  const items = quizOfAnswer(answer, "draft");
  if (items.length < FEWEST_ITEMS)
    return `Only ${items.length} of its items can be graded; ${FEWEST_ITEMS} are needed, each with distinct options, at least one right and one wrong, and an explanation.`;
  const singles = items.filter((item) => item.type === TYPES.single);
  const telltale = singles.filter(givesItselfAway).length;
  return singles.length > 1 && telltale / singles.length > TELLTALE_SHARE
    ? "The right option is much longer than the others in most items; make all options of one item alike in length."
    : null;
}

function givesItselfAway({ options, right }: QuizItem): boolean {
  const key = options[right[0] ?? 0]?.length ?? 0;
  return options.every((option, place) => right.includes(place) || key > option.length * TELLTALE_RATIO);
}

interface Option {
  readonly text: string;
  readonly right: boolean;
  readonly misconception?: string;
}

function distinct(options: readonly Option[]): Option[] {
  const seen = new Set<string>();
  return options.filter(({ text }) => {
    const key = lookKey(text);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function typeOf(said: string | undefined, options: number, right: number): QuizItem["type"] {
  if (right > 1 || /multi|多/i.test(said ?? "")) return TYPES.multiple;
  return options === 2 && /true|判断/i.test(said ?? "") ? TYPES.trueFalse : TYPES.single;
}
