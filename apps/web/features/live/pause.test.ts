import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { canPause, pauseOf } from "./pause.ts";
import { log, progress, snapshotOf } from "./snapshot.fixture.ts";

const begun = progress("content_generation", "started");
const paused = (reason: string): EventBody => ({
  ...progress("content_generation", "paused"),
  type: "progress",
  step: "content_generation",
  status: "paused",
  percent: 0,
  message: `by ${reason}`,
  data: { reason },
});
const seen = (...events: EventBody[]) => pauseOf(snapshotOf(...events), log(...events));

test("WEB74 a pause is told with who made it, and ends when the task goes on", () => {
  assert.equal(seen(begun), null);
  assert.deepEqual(seen(begun, paused("user")), { reason: "user", message: "by user" });
  assert.deepEqual(seen(begun, paused("user"), paused("budget")), { reason: "budget", message: "by budget" });
  assert.equal(seen(begun, paused("budget"), progress("content_generation", "resumed")), null);
});

test("WEB74 what has ended or waits for a person is not paused and cannot be", () => {
  const ended = [begun, paused("user"), { type: "cancelled", final: true } as const];
  assert.equal(seen(...ended), null);
  assert.equal(canPause(snapshotOf(...ended)), false);
  assert.equal(canPause(snapshotOf(begun)), true);
  assert.equal(canPause(snapshotOf(begun, paused("user"))), false);
  assert.equal(canPause(snapshotOf({ type: "human_review_required", roadmap_id: "r", version: 1 })), false);
});
