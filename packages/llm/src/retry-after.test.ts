import assert from "node:assert/strict";
import { test } from "node:test";
import { readRetryAfter } from "./retry-after.ts";

const NOW_MS = Date.parse("Wed, 21 Oct 2026 07:28:00 GMT");

test("PL4 Retry-After is read in seconds, as an HTTP date and in ms", () => {
  assert.equal(readRetryAfter({ "retry-after": "7" }, NOW_MS), 7_000);
  assert.equal(readRetryAfter({ "retry-after": "0.5" }, NOW_MS), 500);
  assert.equal(readRetryAfter({ "retry-after": "Wed, 21 Oct 2026 07:28:30 GMT" }, NOW_MS), 30_000);
  assert.equal(readRetryAfter({ "retry-after-ms": "250", "retry-after": "9" }, NOW_MS), 250);
});

test("PL4 a Retry-After in the past is now, one far away is ten minutes, nonsense is none", () => {
  assert.equal(readRetryAfter({ "retry-after": "Wed, 21 Oct 2026 07:27:00 GMT" }, NOW_MS), 0);
  assert.equal(readRetryAfter({ "retry-after": "86400" }, NOW_MS), 600_000);
  assert.equal(readRetryAfter({ "retry-after": "soon" }, NOW_MS), null);
  assert.equal(readRetryAfter({ "retry-after": "" }, NOW_MS), null);
  assert.equal(readRetryAfter({}, NOW_MS), null);
});
