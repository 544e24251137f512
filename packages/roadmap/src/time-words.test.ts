import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords, lengthInWords } from "./time-words.ts";

test("PR8 a length of work is told in hours and minutes, in both languages", () => {
  assert.deepEqual(
    [2.25, 2, 0.75, 17.75, 1.99, 0.01].map((hours) => lengthInWords(hours, "en")),
    ["2 h 15 min", "2 h", "45 min", "17 h 45 min", "2 h", "5 min"],
  );
  assert.deepEqual(
    [2.25, 2, 0.75].map((hours) => lengthInWords(hours, "zh")),
    ["2 小时 15 分", "2 小时", "45 分钟"],
  );
});

test("PR8 a day is told in words, with the year only where it is another one", () => {
  assert.equal(dayInWords("2026-12-10", "2026-11-23", "en"), "10 Dec");
  assert.equal(dayInWords("2027-01-03", "2026-11-23", "en"), "3 Jan 2027");
  assert.equal(dayInWords("2026-12-10", "2026-11-23", "zh"), "12月10日");
  assert.equal(dayInWords("2027-01-03", "2026-11-23", "zh"), "2027年1月3日");
});
