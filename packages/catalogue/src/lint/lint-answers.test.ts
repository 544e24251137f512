import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuizDraft } from "../quiz-draft.ts";
import { lintAnswers } from "./lint-answers.ts";

const none = { en: "", zh: "" };

function single(key: number, lengths: readonly number[]): QuizDraft {
  const options = lengths.map((length, i) => {
    const text = String(i).repeat(length);
    return { text: { en: text, zh: text }, right: i === key, misconception: none };
  });
  return { id: "q", type: "single", tests: [], question: none, options, answer: null, misconception: none, explain: none };
}

const trueFalse = (answer: boolean): QuizDraft => ({ ...single(0, []), type: "true-false", answer });

const EVEN = [5, 5, 5, 5];
const spread = (n: number, lengths = EVEN) => Array.from({ length: n }, (_, i) => single(i % 4, lengths));

test("PR11 L20 keys spread over four places pass", () => {
  assert.deepEqual(lintAnswers([...spread(24), ...[true, false, true, false, true, false].map(trueFalse)]), []);
});

test("PR11 L20 catches keys that stand at one place", () => {
  assert.match(lintAnswers(Array.from({ length: 8 }, () => single(0, EVEN))).join(), /place 1 in 8 of 8/);
});

test("PR11 L20 catches a place that never holds the key", () => {
  const items = Array.from({ length: 21 }, (_, i) => single(i % 3, EVEN));
  assert.match(lintAnswers(items).join(), /place 4 in 0 of 21/);
});

test("PR11 L20 catches keys that are the longest option", () => {
  const items = Array.from({ length: 8 }, (_, i) =>
    single(
      i % 4,
      EVEN.map((n, at) => (at === i % 4 ? n + 1 : n)),
    ),
  );
  assert.match(lintAnswers(items).join(), /longest option in 8 of 8/);
});

test("PR11 L20 catches statements that are all true", () => {
  assert.match(lintAnswers(Array.from({ length: 6 }, () => trueFalse(true))).join(), /6 of 6 true-false items are true/);
});

test("PR11 L20 says nothing of a handful of items", () => {
  assert.deepEqual(lintAnswers([...Array.from({ length: 7 }, () => single(0, EVEN)), trueFalse(true)]), []);
});

const PAIRS = [
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
  [0, 3],
  [1, 2],
] as const;

const multiple = (keys: readonly number[]): QuizDraft => {
  const item = single(0, EVEN);
  return { ...item, type: "multiple", options: item.options.map((o, at) => ({ ...o, right: keys.includes(at) })) };
};

test("PR11 L20 keys of multiple choices spread over all pairs of places pass", () => {
  assert.deepEqual(lintAnswers([...PAIRS, ...PAIRS].map(multiple)), []);
});

test("PR11 L20 catches multiple choices whose keys stand at the same places", () => {
  const items = Array.from({ length: 8 }, (_, i) => multiple(i < 4 ? [0, 2] : (PAIRS[i % 6] ?? [])));
  assert.match(lintAnswers(items).join(), /places 1 and 3 in 4 of 8/);
});

test("PR11 L20 catches a place that is hardly ever right in multiple choices", () => {
  const items = Array.from({ length: 12 }, (_, i) =>
    multiple(
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ][i % 3] ?? [],
    ),
  );
  assert.match(lintAnswers(items).join(), /place 4 is right in 0 % of 12/);
});

test("PR11 L20 says nothing of the places of a handful of multiple choices", () => {
  assert.deepEqual(lintAnswers(Array.from({ length: 7 }, () => multiple([0, 2]))), []);
});
