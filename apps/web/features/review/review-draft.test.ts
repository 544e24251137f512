import assert from "node:assert/strict";
import { test } from "node:test";
import { ReviewDecision } from "@wayfinder/protocol";
import { approvalOf, draftAfter, EMPTY_REVIEW, splitQuestions, wishOf, writtenSoFar } from "./review-draft.ts";

const present = { version: 3, concept_ids: ["a", "b"], questions: [{ question_id: "q1", question: "Where?" }] };
const draft = {
  feedback: " less theory ",
  answers: { q1: " at home ", q9: "old" },
  comments: { a: "shorter", b: "  ", gone: "x" },
};

test("WEB73 a wish holds what was written, trimmed, about what is there, and no empty part", () => {
  const wish = wishOf(draft, present);
  assert.deepEqual(wish, {
    decision: "change",
    version: 3,
    feedback: "less theory",
    answers: [{ question_id: "q1", answer: "at home" }],
    comments: [{ concept_id: "a", text: "shorter" }],
  });
  assert.deepEqual(ReviewDecision.parse(wish), wish);
  assert.deepEqual(wishOf(EMPTY_REVIEW, present), { decision: "change", version: 3 });
});

test("WEB73 answers go along with an approval; wishes do not", () => {
  const approval = approvalOf(draft, present);
  assert.deepEqual(approval, { decision: "approve", version: 3, answers: [{ question_id: "q1", answer: "at home" }] });
  assert.deepEqual(ReviewDecision.parse(approval), approval);
  assert.deepEqual(approvalOf(EMPTY_REVIEW, present), { decision: "approve", version: 3 });
});

test("WEB73 spaces are no words, nor are words about what is not there any more", () => {
  const none = { wishes: false, answers: false, comments: 0 };
  assert.deepEqual(writtenSoFar(EMPTY_REVIEW, present), none);
  assert.deepEqual(writtenSoFar({ feedback: " ", answers: { q1: " ", q9: "x" }, comments: { a: "", gone: "x" } }, present), none);
  assert.deepEqual(writtenSoFar({ ...EMPTY_REVIEW, answers: { q1: "x" } }, present), { ...none, answers: true });
  assert.deepEqual(writtenSoFar({ ...EMPTY_REVIEW, feedback: "x" }, present), { ...none, wishes: true });
  assert.deepEqual(writtenSoFar({ ...EMPTY_REVIEW, comments: { a: "x", b: " " } }, present), {
    wishes: true,
    answers: false,
    comments: 1,
  });
});

test("WEB73 a wish that was met leaves nothing in its box, one that could not be made leaves its words", () => {
  const sent = { ...draft, sent: 2 };
  const met = { round: 2, before: [], after: [], changes: [], summaries: [] };
  assert.equal(draftAfter(sent, met), EMPTY_REVIEW);
  assert.deepEqual(draftAfter(sent, { ...met, failed: "no model" }), { ...draft, sent: undefined });
  for (const early of [undefined, { ...met, round: 1 }, { round: 2, before: [], changes: [], summaries: [] }])
    assert.equal(draftAfter(sent, early), sent);
  assert.equal(draftAfter(draft, met), draft, "what was typed since stays");
});

test("WEB73 a question that was answered is not asked again", () => {
  const [asked] = present.questions;
  const told = { question_id: "q2", question: "Why?", answer: "for fun" };
  assert.deepEqual(splitQuestions([asked!, told]), { open: [asked], answered: [told] });
  assert.deepEqual(splitQuestions(undefined), { open: [], answered: [] });
});
