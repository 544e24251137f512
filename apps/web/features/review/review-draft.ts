import type { Intent, ReviewDecision } from "@wayfinder/protocol";
import type { Revision } from "@wayfinder/protocol/fold";

type Question = NonNullable<Intent["questions"]>[number];

/** What a person has written about a structure so far, as typed. */
export interface ReviewDraft {
  readonly feedback: string;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
  /** By concept. */
  readonly comments: Readonly<Record<string, string>>;
  /** The number of the wish (`Revision`) as which it was sent, if it was. */
  readonly sent?: number | undefined;
}

export const EMPTY_REVIEW: ReviewDraft = { feedback: "", answers: {}, comments: {} };

/** The draft after a wish has been met: nothing. One that could not be met leaves the words where they were. */
export function draftAfter(draft: ReviewDraft, revision: Revision | undefined): ReviewDraft {
  const isBack = draft.sent !== undefined && revision?.after !== undefined && revision.round >= draft.sent;
  if (!isBack) return draft;
  return revision.failed === undefined ? EMPTY_REVIEW : { ...draft, sent: undefined };
}

/** What the server takes at most, in characters. */
export const REVIEW_LIMITS = { feedback: 4_000, answer: 1_000, comment: 2_000 };

/** What a draft is about: what of it is sent is about what is there. */
export interface Present {
  readonly version: number;
  readonly concept_ids: readonly string[];
  /** Those that wait for an answer. */
  readonly questions: readonly Question[];
}

/** The questions that have no answer yet, and those that have one. */
export function splitQuestions(questions: readonly Question[] = []): { open: Question[]; answered: Question[] } {
  return {
    open: questions.filter(({ answer }) => answer === undefined),
    answered: questions.filter(({ answer }) => answer !== undefined),
  };
}

/** What was written, trimmed, part by part; no empty part. */
function written({ feedback, answers, comments }: ReviewDraft, { concept_ids, questions }: Present) {
  const texts = (all: Readonly<Record<string, string>>, ids: readonly string[]) =>
    ids.flatMap((id) => (all[id]?.trim() ? [[id, all[id].trim()] as const] : []));
  const asked = questions.map(({ question_id }) => question_id);
  return { wish: feedback.trim(), answers: texts(answers, asked), comments: texts(comments, concept_ids) };
}

/** What a person has written, as far as the way on depends on it. */
export interface WrittenSoFar {
  /** Words that only an editor can meet: they would be lost on an approval. */
  readonly wishes: boolean;
  readonly answers: boolean;
  /** Concepts with a comment. */
  readonly comments: number;
}

export function writtenSoFar(draft: ReviewDraft, present: Present): WrittenSoFar {
  const { wish, answers, comments } = written(draft, present);
  return { wishes: wish !== "" || comments.length > 0, answers: answers.length > 0, comments: comments.length };
}

/** The wish for changes as it is sent. */
export function wishOf(draft: ReviewDraft, present: Present): ReviewDecision {
  const { wish, comments } = written(draft, present);
  return {
    ...approvalOf(draft, present),
    decision: "change",
    ...(wish === "" ? {} : { feedback: wish }),
    ...(comments.length === 0 ? {} : { comments: comments.map(([concept_id, text]) => ({ concept_id, text })) }),
  };
}

/** The approval as it is sent: with the answers, by which the content is written. */
export function approvalOf(draft: ReviewDraft, present: Present): ReviewDecision {
  const { answers } = written(draft, present);
  return {
    decision: "approve",
    version: present.version,
    ...(answers.length === 0 ? {} : { answers: answers.map(([question_id, answer]) => ({ question_id, answer })) }),
  };
}
