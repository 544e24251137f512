import assert from "node:assert/strict";
import { test } from "node:test";
import { ReviewDecision } from "@wayfinder/protocol";
import { commentCount, EMPTY_REVIEW, hasWords, wishOf } from "./review-draft.ts";

const present = { version: 3, concept_ids: ["a", "b"], questions: [{ question_id: "q1", question: "Where?" }] };

test("WEB73 a wish holds what was written, trimmed, about what is there, and no empty part", () => {
  const draft = {
    feedback: " less theory ",
    answers: { q1: " at home ", q9: "old" },
    comments: { a: "shorter", b: "  ", gone: "x" },
  };
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

test("WEB73 spaces are no words", () => {
  assert.equal(hasWords(EMPTY_REVIEW), false);
  assert.equal(hasWords({ feedback: " ", answers: { q1: " " }, comments: { a: "" } }), false);
  assert.equal(hasWords({ ...EMPTY_REVIEW, comments: { a: "x" } }), true);
  assert.equal(commentCount({ ...EMPTY_REVIEW, comments: { a: "x", b: " " } }), 1);
});
