import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutUnwanted } from "./unwanted.ts";

const tidy = (text: string) =>
  text
    .replace(/[\s,，]+/gu, " ")
    .trim()
    .toLowerCase();

const LEFT: readonly (readonly [goal: string, left: string])[] = [
  ["not Java, Python please", "python please"],
  ["Instead of Java I want to learn Python", "i want to learn python"],
  ["I don't want to learn React, just plain JavaScript", "i just plain javascript"],
  ["JavaScript without frameworks", "javascript"],
  ["no docker, only git", "only git"],
  ["I'd rather learn Python than R", "i'd rather learn python"],
  ["想学Python，不是Java", "想学python"],
  ["不想学前端，想做数据分析", "想做数据分析"],
  ["数据分析，不要机器学习", "数据分析"],
  ["只想学 CSS，不碰 JavaScript", "只想学 css"],
];

for (const [goal, left] of LEFT)
  test(`CT2 of “${goal}” what is not wanted is left out`, () => {
    assert.equal(tidy(withoutUnwanted(goal)), left);
  });

const KEPT = [
  "I have no idea how git works",
  "I do not know Python",
  "not only Python but SQL",
  "no experience, learn React",
  "除了React还想学Docker",
  "学 python 是不是很难",
  "flex 不是很懂",
  "run container as non-root",
];

for (const goal of KEPT)
  test(`CT2 “${goal}” refuses nothing`, () => {
    assert.equal(withoutUnwanted(goal), goal);
  });

test("CT2 a goal that only says what is not wanted stays as it is", () => {
  assert.equal(withoutUnwanted("not Java"), "not Java");
});
