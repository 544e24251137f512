import { ProblemError, type QuizItem, type QuizResult } from "@wayfinder/protocol";

/** Grades an answer against the stored key; a choice that the item does not have is a 400 that names the field. */
export function gradeAnswer(item: QuizItem, answer: readonly number[]): QuizResult {
  const chosen = [...new Set(answer)].sort((a, b) => a - b);
  const wrong = item.type !== "multiple" && chosen.length !== 1 ? "must hold exactly one choice" : undefined;
  const beyond = chosen.some((i) => i >= item.options.length) ? `must be below ${item.options.length}` : undefined;
  const message = wrong ?? beyond;
  if (message !== undefined)
    throw new ProblemError("invalid_request", `chosen ${message}`, { errors: [{ path: "chosen", message }] });
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
