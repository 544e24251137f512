import assert from "node:assert/strict";
import { test } from "node:test";
import type { Task } from "@wayfinder/protocol";
import { seenRunning } from "./seen-running.ts";

const task = (task_id: string, minute: number, status: Task["status"] = "running") =>
  ({ task_id, status, created_at: `2026-11-23T10:0${minute}:00Z` }) as Task;
const ids = (tasks: readonly Task[]) => tasks.map(({ task_id }) => task_id);

test("WEB85 a task that is at work is seen, one that ended before is not", () => {
  assert.deepEqual(ids(seenRunning([], [task("a", 1, "completed"), task("b", 2, "queued"), task("c", 3)])), ["c", "b"]);
});

test("WEB85 what was seen at work stays when it has ended, so that its end is told", () => {
  const seen = seenRunning([], [task("a", 1)]);
  assert.equal(seenRunning(seen, [task("a", 1, "completed")]), seen);
  assert.equal(seenRunning(seen, []), seen);
  assert.deepEqual(ids(seenRunning(seen, [task("a", 1, "completed"), task("b", 2)])), ["b", "a"]);
});
