import assert from "node:assert/strict";
import { test } from "node:test";
import { isFinal, type RoadmapSummary, type Task, TaskStatus } from "@wayfinder/protocol";
import { isMoving, listingOf } from "./listing.ts";

const task = (part: Partial<Task> & Pick<Task, "task_id">): Task => ({
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
const roadmap = (roadmap_id: string, created_at = "2026-11-23T10:00:00Z"): RoadmapSummary => ({
  roadmap_id,
  task_id: `task-of-${roadmap_id}`,
  title: "t",
  goal: "g",
  language: "en",
  source: "catalogue",
  concepts: 1,
  weeks: 1,
  total_hours: 1,
  created_at,
});
const ids = (tasks: readonly Task[]) => tasks.map(({ task_id }) => task_id);

test("WEB15 a growing roadmap stands among the tasks only, a finished one among the roadmaps only", () => {
  const tasks = [
    task({ task_id: "live", roadmap_id: "growing" }),
    task({ task_id: "done", status: "completed", roadmap_id: "drawn" }),
  ];
  const listing = listingOf(tasks, [roadmap("growing"), roadmap("drawn")]);
  assert.deepEqual(ids(listing.tasks), ["live"]);
  assert.deepEqual(
    listing.roadmaps.map((r) => r.roadmap_id),
    ["drawn"],
  );
});

test("WEB15 a failure is shown until it was tried again or has a roadmap; what was cancelled is gone", () => {
  const tasks = [
    task({ task_id: "failed", status: "failed" }),
    task({ task_id: "retried", status: "failed" }),
    task({ task_id: "again", status: "running", retry_of: "retried" }),
    task({ task_id: "partly", status: "failed", roadmap_id: "drawn" }),
    task({ task_id: "cancelled", status: "cancelled" }),
  ];
  assert.deepEqual(ids(listingOf(tasks, []).tasks).sort(), ["again", "failed"]);
});

test("WEB15 the newest comes first", () => {
  const listing = listingOf([], [roadmap("old", "2026-11-01T10:00:00Z"), roadmap("new", "2026-11-02T01:00:00+08:00")]);
  assert.deepEqual(
    listing.roadmaps.map((r) => r.roadmap_id),
    ["new", "old"],
  );
});

test("WEB16 the list is asked again only while a task is at work", () => {
  assert.equal(isMoving([]), false);
  for (const status of TaskStatus.options) assert.equal(isMoving([task({ task_id: "a", status })]), !isFinal(status), status);
});
