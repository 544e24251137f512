import assert from "node:assert/strict";
import { test } from "node:test";
import type { Task } from "@wayfinder/protocol";
import { actionsOf, listTasks, retriedIds } from "./task-list.ts";

const task = (part: Partial<Task> = {}): Task => ({
  task_id: "t",
  status: "running",
  step: null,
  percent: 0,
  roadmap_id: null,
  head: 0,
  epoch: "e",
  usage: { input_tokens: 0, output_tokens: 0, cost_usd: 0 },
  failed_units: [],
  goal: "g",
  language: "en",
  created_at: "2026-11-23T10:00:00Z",
  updated_at: "2026-11-23T10:00:00Z",
  ...part,
});
const unit = { unit: "a/quiz", concept_id: "a", reason: "r" };

test("WEB57 each status offers what can be done with it", () => {
  const offered = (part: Partial<Task>, isRetried = false) => actionsOf(task(part), isRetried);
  assert.deepEqual(offered({ status: "queued" }), ["watch", "cancel"]);
  const paused = { reason: "budget", message: "spent" } as const;
  assert.deepEqual(offered({ status: "running", paused }), ["resume", "watch", "cancel"]);
  assert.deepEqual(offered({ status: "waiting_for_review" }), ["look", "cancel"]);
  assert.deepEqual(offered({ status: "completed", roadmap_id: "r" }), ["open", "remove"]);
  assert.deepEqual(offered({ status: "completed", roadmap_id: "r", failed_units: [unit] }), ["open", "retry", "remove"]);
  assert.deepEqual(offered({ status: "failed" }), ["retry", "remove"]);
  assert.deepEqual(offered({ status: "cancelled" }), ["again", "remove"]);
});

test("WEB57 what was tried again is not offered once more", () => {
  const tasks = [task({ task_id: "a", status: "failed" }), task({ task_id: "b", retry_of: "a" })];
  const retried = retriedIds(tasks);
  assert.deepEqual([...retried], ["a"]);
  const corrected = [task({ task_id: "c", status: "cancelled", superseded_by: "d" }), task({ task_id: "d" })];
  assert.deepEqual([...retriedIds(corrected)], ["c"], "nor what was started over");
  assert.deepEqual(actionsOf(task({ status: "failed" }), true), ["remove"]);
  assert.deepEqual(actionsOf(task({ status: "completed", roadmap_id: "r", failed_units: [unit] }), true), ["open", "remove"]);
});

test("WEB57 the list is newest first and can be filtered", () => {
  const tasks = [
    task({ task_id: "old", status: "completed", created_at: "2026-11-01T00:00:00Z" }),
    task({ task_id: "new", created_at: "2026-11-02T00:00:00+08:00" }),
    task({ task_id: "mid", status: "cancelled", created_at: "2026-11-01T12:00:00Z" }),
  ];
  const ids = (filter: Parameters<typeof listTasks>[1]) => listTasks(tasks, filter).map(({ task_id }) => task_id);
  assert.deepEqual(ids("all"), ["new", "mid", "old"]);
  assert.deepEqual(ids("running"), ["new"]);
  assert.deepEqual(ids("ended"), ["mid", "old"]);
});
