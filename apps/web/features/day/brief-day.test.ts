import assert from "node:assert/strict";
import { test } from "node:test";
import { briefDay } from "./brief-day.ts";

test("WEB36 a day in few letters, with the year only where it would be mistaken", () => {
  assert.equal(briefDay("2026-11-23", "en"), "23 Nov");
  assert.equal(briefDay("2027-01-04", "zh"), "1月4日");
  assert.equal(briefDay("2026-11-23", "en", "2026-01-01"), "23 Nov");
  assert.equal(briefDay("2025-11-23", "en", "2026-01-01"), "23 Nov 2025");
});
