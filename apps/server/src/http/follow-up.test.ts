import assert from "node:assert/strict";
import { test } from "node:test";
import type { RoadmapRecord, TaskRecord } from "@wayfinder/engine";
import { ProblemError } from "@wayfinder/protocol";
import { taskOf } from "./follow-up.ts";

const record = { task_id: "t", roadmap: { goal: "Learn React" } } as unknown as RoadmapRecord;
const storeWith = (task: object | null) => ({ store: { getTask: async () => task as TaskRecord | null } });

test("LG10 what follows a removed task takes its goal from the roadmap, which has stayed", async () => {
  const removed = await taskOf(storeWith({ gone: true, goal: { goal: "", language: "en", hours_per_week: 6 } }), record);
  assert.deepEqual(removed.goal, { goal: "Learn React", language: "en", hours_per_week: 6 });
});

test("LG6 what follows a task that is there keeps its goal as the person wrote it", async () => {
  const kept = await taskOf(storeWith({ gone: false, goal: { goal: "react pls", background: "a nurse" } }), record);
  assert.deepEqual(kept.goal, { goal: "react pls", background: "a nurse" });
  await assert.rejects(
    taskOf(storeWith(null), record),
    (error) => error instanceof ProblemError && error.code === "task_not_found",
  );
});
