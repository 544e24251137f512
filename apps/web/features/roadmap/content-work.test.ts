import assert from "node:assert/strict";
import { test } from "node:test";
import type { Task } from "@wayfinder/protocol";
import { contentWork } from "./content-work.ts";

const task = (task_id: string, part: Partial<Task>) =>
  ({ task_id, roadmap_id: "r", kind: "generate", status: "completed", created_at: "2026-11-01T10:00:00Z", ...part }) as const;
const later = { created_at: "2026-11-02T10:00:00Z" };

test("WEB88 what is missing is asked for again by the newest task that wrote content", () => {
  const tasks = [task("first", {}), task("second", { kind: "retry", ...later }), task("wish", { kind: "regenerate", ...later })];
  assert.deepEqual(contentWork(tasks, "r"), { isAtWork: false, task_id: "second" });
  assert.deepEqual(contentWork([task("stopped", { status: "cancelled" })], "r"), { isAtWork: false, task_id: "stopped" });
});

test("WEB88 nothing is asked for while it is being written, nor where no task of the roadmap is left", () => {
  assert.deepEqual(contentWork([task("first", {}), task("second", { kind: "content", status: "running" })], "r"), {
    isAtWork: true,
  });
  assert.equal(contentWork([task("other", { roadmap_id: "s" }), task("wish", { kind: "change" })], "r"), null);
});
