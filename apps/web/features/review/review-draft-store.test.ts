import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_REVIEW } from "./review-draft.ts";
import { createReviewDraftStore, parseReviewDraft, type ReviewStorage } from "./review-draft-store.ts";

function memory(): ReviewStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("WEB73 what was written at a review is there after a reload, for its task alone", () => {
  const storage = memory();
  const store = createReviewDraftStore(() => storage, "t1");
  store.change({ feedback: "less theory" });
  store.change({ answers: { q1: "at home" } });
  const reloaded = createReviewDraftStore(() => storage, "t1").get();
  assert.deepEqual(reloaded, { feedback: "less theory", answers: { q1: "at home" }, comments: {} });
  store.send(2);
  assert.equal(createReviewDraftStore(() => storage, "t1").get().sent, 2);
  store.change({ feedback: "more" });
  assert.equal(createReviewDraftStore(() => storage, "t1").get().sent, undefined, "it is a draft again");
  assert.equal(createReviewDraftStore(() => storage, "t2").get(), EMPTY_REVIEW);
});

test("WEB73 once decided nothing of it is kept, and listeners hear of every change", () => {
  const storage = memory();
  const store = createReviewDraftStore(() => storage, "t1");
  let heard = 0;
  const stop = store.subscribe(() => heard++);
  store.change({ feedback: "x" });
  assert.equal(store.get(), store.get());
  store.forget();
  store.forget();
  stop();
  store.change({ feedback: "y" });
  store.forget();
  assert.deepEqual([heard, storage.kept.size, store.get()], [2, 0, EMPTY_REVIEW]);
});

test("WEB73 where storage is forbidden a review can still be written", () => {
  const store = createReviewDraftStore(() => {
    throw new DOMException("denied", "SecurityError");
  }, "t1");
  store.change({ feedback: "x" });
  assert.equal(store.get().feedback, "x");
});

test("WEB73 a kept draft of another shape is read as far as it goes", () => {
  for (const text of ["", "null", "[1]", "7", '{"feedback":3,"answers":["a"],"comments":"x"}'])
    assert.deepEqual(parseReviewDraft(text), EMPTY_REVIEW, text);
  assert.deepEqual(parseReviewDraft('{"feedback":"a","answers":{"q":"b","r":1}}'), {
    feedback: "a",
    answers: { q: "b" },
    comments: {},
  });
});
