import assert from "node:assert/strict";
import { test } from "node:test";
import type { Task } from "@wayfinder/protocol";
import { rewrites, type Unit } from "./unit.ts";

const unit: Unit = { roadmap_id: "r", concept_id: "a", kind: "quiz" };
const task = (part: Partial<Task>) =>
  ({ kind: "regenerate", roadmap_id: "r", about: { concept_id: "a", content: "quiz" }, ...part }) as Task;

test("WEB85 the task that writes a unit anew is known by its roadmap, its concept and its kind of content", () => {
  assert.equal(rewrites(unit)(task({})), true);
  assert.equal(rewrites(unit)(task({ kind: "retry" })), false);
  assert.equal(rewrites(unit)(task({ roadmap_id: "s" })), false);
  assert.equal(rewrites(unit)(task({ about: { concept_id: "b", content: "quiz" } })), false);
  assert.equal(rewrites(unit)(task({ about: { concept_id: "a", content: "tutorial" } })), false);
  assert.equal(rewrites({ ...unit, kind: "tutorial" })({ ...task({}), about: undefined } as unknown as Task), false);
});
