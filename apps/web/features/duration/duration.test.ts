import assert from "node:assert/strict";
import { test } from "node:test";
import { hoursAndMinutes } from "./duration.ts";

test("WEB30 a length of work is told in hours and minutes of five", () => {
  assert.deepEqual(hoursAndMinutes(1.25), { hours: 1, minutes: 15 });
  assert.deepEqual(hoursAndMinutes(4), { hours: 4, minutes: 0 });
  assert.deepEqual(hoursAndMinutes(0.75), { hours: 0, minutes: 45 });
  assert.deepEqual(hoursAndMinutes(5.1), { hours: 5, minutes: 5 });
});

test("WEB30 minutes carry into hours, and a little work is not told as none", () => {
  assert.deepEqual(hoursAndMinutes(1.99), { hours: 2, minutes: 0 });
  assert.deepEqual(hoursAndMinutes(0.01), { hours: 0, minutes: 5 });
  assert.deepEqual(hoursAndMinutes(0), { hours: 0, minutes: 0 });
});
