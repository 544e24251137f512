import type { Intent } from "./intent.ts";
import type { ReviewDecision } from "./task.ts";

/** The intent with a person's answers beside its questions; a later answer replaces an earlier one, one to no question is left out. */
export function answeredIntent(intent: Intent, answers: NonNullable<ReviewDecision["answers"]>): Intent {
  if (!intent.questions || answers.length === 0) return intent;
  const given = new Map(answers.map(({ question_id, answer }) => [question_id, answer]));
  const questions = intent.questions.map((question) => {
    const answer = given.get(question.question_id) ?? question.answer;
    return answer === undefined ? question : { ...question, answer };
  });
  return { ...intent, questions };
}
