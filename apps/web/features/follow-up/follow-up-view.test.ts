import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY_SNAPSHOT, type Snapshot } from "@wayfinder/protocol/fold";
import { followUpView, isOver } from "./follow-up-view.ts";

const LIVE = { state: "live", attempt: 0 };
const view = (snapshot: Partial<Snapshot>, connection: Parameters<typeof followUpView>[0]["connection"] = LIVE) =>
  followUpView({ snapshot: { ...EMPTY_SNAPSHOT, ...snapshot }, connection });

const TWO_OF_FIVE = { content_generation: { status: "started", data: { done: 2, total: 5 } } } as const;

test("WEB80 a later task works until its log ends, and a pause says why", () => {
  assert.deepEqual(view({ status: "queued" }), { state: "working", percent: 0, isReconnecting: false });
  assert.deepEqual(view({ status: "running", steps: TWO_OF_FIVE }, { state: "backoff", attempt: 2 }), {
    state: "working",
    percent: 40,
    isReconnecting: true,
  });
  assert.deepEqual(view({ status: "running", paused: "The budget of the day is used up." }), {
    state: "paused",
    reason: "The budget of the day is used up.",
  });
  assert.equal(isOver(view({ status: "running" })), false);
});

test("WEB80 its end is told in the words of its log, a failed unit among them", () => {
  assert.deepEqual(view({ status: "completed" }), { state: "done" });
  const unit = { concept_id: "a", status: "failed", kinds: ["quiz"], reason: "The provider refused the key." } as const;
  assert.deepEqual(view({ status: "completed", units: { "a/quiz": unit } }), {
    state: "failed",
    reason: "The provider refused the key.",
  });
  assert.deepEqual(view({ status: "failed", error: { code: "x", message: "No change." } }), {
    state: "failed",
    reason: "No change.",
  });
  assert.deepEqual(view({ status: "cancelled" }), { state: "cancelled" });
  assert.equal(isOver(view({ status: "cancelled" })), true);
});

test("WEB80 a channel that gave up is lost only while the task is not known to have ended", () => {
  const gone = { state: "failed", attempt: 1, reason: "gone" } as const;
  assert.deepEqual(view({ status: "running" }, gone), { state: "lost", reason: "gone" });
  assert.deepEqual(view({ status: "completed" }, gone), { state: "done" });
});
