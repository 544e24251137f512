import assert from "node:assert/strict";
import { test } from "node:test";
import type { QuizQuestion, QuizResult } from "@wayfinder/protocol";
import { advanceRun, gradeRun, openRun, optionMark, restartRun, rightCount } from "./quiz-run.ts";

const item = (item_id: string): QuizQuestion => ({ item_id, type: "single", question: "?", options: ["a", "b"] });
const result = (item_id: string, correct: boolean): QuizResult => ({
  item_id,
  correct,
  chosen: [0],
  right: [correct ? 0 : 1],
  explanation: "",
});
const items = [item("q1"), item("q2"), item("q3")];

test("WEB54 a quiz goes on at the first question without a result, and a finished one shows its result", () => {
  assert.equal(openRun(items, []).at, 0);
  assert.equal(openRun(items, [result("q1", true), result("q3", true)]).at, 1);
  assert.equal(
    openRun(
      items,
      items.map((i) => result(i.item_id, true)),
    ).at,
    3,
  );
});

test("WEB54 the latest result of a question counts", () => {
  assert.equal(rightCount(openRun(items, [result("q1", false), result("q1", true)])), 1);
});

test("WEB54 a graded question stays until the next is asked for; the last one leads to the end", () => {
  let run = openRun(items, [result("q1", true), result("q2", false)]);
  run = gradeRun(run, result("q3", true));
  assert.equal(run.at, 2);
  run = advanceRun(run);
  assert.deepEqual([run.at, rightCount(run)], [3, 2]);
  assert.equal(advanceRun(run).at, 3);
});

test("WEB54 going again begins with the first question and no results", () => {
  const again = restartRun(
    openRun(
      items,
      items.map((i) => result(i.item_id, true)),
    ),
  );
  assert.deepEqual([again.at, rightCount(again)], [0, 0]);
});

test("WEB55 each option says what it was: chosen and right, chosen and wrong, or right and not chosen", () => {
  const graded: QuizResult = { item_id: "q", correct: false, chosen: [0, 1], right: [0, 2], explanation: "" };
  assert.deepEqual(
    [0, 1, 2, 3].map((option) => optionMark(option, graded, "multiple")),
    ["right", "wrong", "missed", "none"],
  );
  assert.equal(optionMark(1, result("q1", false), "single"), "key");
});
