import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords, localDay } from "./day.ts";

test("WEB7 a day is told in words, with the year only when it is another", () => {
  assert.equal(dayInWords("2026-01-31", { language: "en", today: "2026-01-02" }), "31 January");
  assert.equal(dayInWords("2027-01-31", { language: "en", today: "2026-11-02" }), "31 January 2027");
  assert.equal(dayInWords("2026-01-31", { language: "zh", today: "2026-01-02" }), "1月31日");
  assert.equal(dayInWords("2027-01-31", { language: "zh", today: "2026-11-02" }), "2027年1月31日");
  assert.equal(dayInWords("2027-12-31", { language: "en", today: "2026-11-02", narrow: true }), "31 Dec 2027");
  assert.equal(dayInWords("2027-12-31", { language: "zh", today: "2026-11-02", narrow: true }), "2027/12/31");
  assert.equal(dayInWords("2026-12-31", { language: "en", today: "2026-11-02", narrow: true }), "31 December");
});

test("WEB7 days are counted on this device's calendar, over months and years", () => {
  assert.equal(localDay(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
  assert.equal(localDay(new Date(2026, 11, 31, 0, 0), 1), "2027-01-01");
  assert.equal(localDay(new Date(2028, 1, 28, 12, 0), 1), "2028-02-29");
});
