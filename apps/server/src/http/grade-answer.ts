import { ProblemError, type FieldRule, type QuizItem, type QuizResult } from "@wayfinder/protocol";

/** Grades an answer against the stored key; a choice that the item does not have is a 400 that names the field. */
export function gradeAnswer(item: QuizItem, answer: readonly number[]): QuizResult {
  const chosen = [...new Set(answer)].sort((a, b) => a - b);
  if (item.type !== "multiple" && chosen.length !== 1) throw wrongChoice("must hold exactly one choice", "one_choice");
  if (chosen.some((i) => i >= item.options.length)) throw wrongChoice(`must be below ${item.options.length}`, "not_offered");
  const right = [...item.right].sort((a, b) => a - b);
  const correct = chosen.length === right.length && chosen.every((i, at) => i === right[at]);
  const misconception = chosen
    .filter((i) => !right.includes(i))
    .map((i) => item.misconceptions[i])
    .find((m) => m != null);
  return {
    item_id: item.item_id,
    correct,
    chosen,
    right,
    explanation: item.explanation,
    ...(misconception == null ? {} : { misconception }),
  };
}

const wrongChoice = (message: string, rule: FieldRule): ProblemError =>
  new ProblemError("invalid_request", `chosen ${message}`, { errors: [{ path: "chosen", message, rule }] });
