import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords, localDay, momentInWords } from "./day.ts";

test("WEB7 a day is told in words, with the year only when it is another", () => {
  const told = (day: string, language: "en" | "zh") => dayInWords(day, { language, today: "2026-11-02" });
  assert.equal(told("2026-01-31", "en"), "31 Jan");
  assert.equal(told("2027-01-31", "en"), "31 Jan 2027");
  assert.equal(told("2026-01-31", "zh"), "1月31日");
  assert.equal(told("2027-01-31", "zh"), "2027年1月31日");
});

test("WEB7 a moment is told by day and the clock of 24 hours, on this device", () => {
  const evening = new Date(2026, 10, 23, 20, 4);
  assert.equal(momentInWords(evening, { language: "en", today: "2026-11-24" }), "23 Nov, 20:04");
  assert.equal(momentInWords(evening, { language: "en", today: "2027-01-01" }), "23 Nov 2026, 20:04");
  assert.equal(momentInWords(evening, { language: "zh", today: "2026-11-24" }), "11月23日 20:04");
});

test("WEB7 days are counted on this device's calendar, over months and years", () => {
  assert.equal(localDay(new Date(2026, 11, 31, 23, 59)), "2026-12-31");
  assert.equal(localDay(new Date(2026, 11, 31, 0, 0), 1), "2027-01-01");
  assert.equal(localDay(new Date(2028, 1, 28, 12, 0), 1), "2028-02-29");
});
