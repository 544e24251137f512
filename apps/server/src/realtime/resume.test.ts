import assert from "node:assert/strict";
import { test } from "node:test";
import { decideResume } from "./resume.ts";

const log = { epoch: "e", head: 5 };
const decide = (query: string) => decideResume(new URLSearchParams(query), log);

test("HS1 history from 1, without it from the head, `after` from the next", () => {
  assert.deepEqual(decide("include_history=true"), { from: 1, resume: "fresh" });
  assert.deepEqual(decide(""), { from: 6, resume: "fresh" });
  assert.deepEqual(decide("include_history=true&after=3&epoch=e"), { from: 4, resume: "ok" });
  assert.deepEqual(decide("after=0"), { from: 1, resume: "ok" });
  assert.deepEqual(decide("after=5&epoch=e"), { from: 6, resume: "ok" });
});

test("HS7 another epoch or a place beyond the head is a reset from 1", () => {
  assert.deepEqual(decide("after=3&epoch=other"), { from: 1, resume: "reset" });
  assert.deepEqual(decide("after=6&epoch=e"), { from: 1, resume: "reset" });
});

test("HS7 `after` that is no integer of at least 0 is refused", () => {
  for (const after of ["-1", "1.5", "x", "", "1e3", "9".repeat(30)]) assert.equal(decide(`after=${after}`), null, after);
});
