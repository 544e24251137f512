import type { Intent, ReviewDecision } from "@wayfinder/protocol";

type Question = NonNullable<Intent["questions"]>[number];

/** What a person has written about a structure so far, as typed. */
export interface ReviewDraft {
  readonly feedback: string;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  /** By concept. */
  readonly comments: Readonly<Record<string, string>>;
}

export const EMPTY_REVIEW: ReviewDraft = { feedback: "", answers: {}, comments: {} };

/** What the server takes at most, in characters. */
export const REVIEW_LIMITS = { feedback: 4_000, answer: 1_000, comment: 2_000 };

const written = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).flatMap(([id, text]) => (text.trim() === "" ? [] : [[id, text.trim()] as const]));

/** Whether there is anything to ask for. */
export const hasWords = ({ feedback, answers, comments }: ReviewDraft): boolean =>
  feedback.trim() !== "" || written(answers).length > 0 || written(comments).length > 0;

/** How many concepts have a comment. */
export const commentCount = ({ comments }: ReviewDraft): number => written(comments).length;

interface Present {
  readonly version: number;
  /** The concepts that are still there, and the questions that are asked. */
  readonly concept_ids: readonly string[];
  readonly questions: readonly Question[];
}

/** The wish for changes as it is sent: trimmed, and only about what is there. */
export function wishOf(draft: ReviewDraft, { version, concept_ids, questions }: Present): ReviewDecision {
  const asked = new Set(questions.map(({ question_id }) => question_id));
  const present = new Set(concept_ids);
  const answers = written(draft.answers).filter(([id]) => asked.has(id));
  const comments = written(draft.comments).filter(([id]) => present.has(id));
  const feedback = draft.feedback.trim();
  return {
    decision: "change",
    version,
    ...(feedback === "" ? {} : { feedback }),
    ...(answers.length === 0 ? {} : { answers: answers.map(([question_id, answer]) => ({ question_id, answer })) }),
    ...(comments.length === 0 ? {} : { comments: comments.map(([concept_id, text]) => ({ concept_id, text })) }),
  };
}
