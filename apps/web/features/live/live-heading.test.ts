import assert from "node:assert/strict";
import { test } from "node:test";
import { liveHeading } from "./live-heading.ts";
import { ends, progress, snapshotOf } from "./snapshot.fixture.ts";

test("WEB88 the heading says paused while nothing new starts, and ready only without gaps", () => {
  const begun = progress("content_generation", "started");
  const paused = progress("content_generation", "paused");
  assert.equal(liveHeading(snapshotOf(begun)), "running");
  assert.equal(liveHeading(snapshotOf(begun, { ...paused, message: "a rest" } as typeof paused)), "paused");
  assert.equal(liveHeading(snapshotOf(begun, paused, { type: "cancelled", final: true })), "cancelled");
  assert.deepEqual([liveHeading(snapshotOf(begun, ends())), liveHeading(snapshotOf(begun, ends("a")))], ["completed", "gaps"]);
});
