import assert from "node:assert/strict";
import { test } from "node:test";
import type { Task } from "@wayfinder/protocol";
import { purposeOf } from "./purpose.ts";
import { progress, snapshotOf, starts } from "./snapshot.fixture.ts";

type Events = Parameters<typeof snapshotOf>;
type Known = Pick<Task, "kind" | "about" | "roadmap_id">;
const purpose = (task: Known | undefined, ...events: Events) => purposeOf(snapshotOf(...events), task);

test("WEB83 a task that makes a whole roadmap has no other purpose", () => {
  assert.equal(purpose(undefined), null);
  assert.equal(purpose({ kind: "generate", roadmap_id: "r" }), null);
  assert.equal(purpose({ kind: "retry", roadmap_id: null }), null);
  assert.equal(purpose({ kind: "retry", roadmap_id: "r" }, progress("intent_analysis", "started")), null);
});

test("WEB83 a later task says what it is for: what was missing, what is new, a unit anew, a change", () => {
  assert.deepEqual(purpose({ kind: "retry", roadmap_id: "r" }), { kind: "missing" });
  assert.deepEqual(purpose({ kind: "content", roadmap_id: "r" }), { kind: "new" });
  const about = { concept_id: "a", content: "quiz", words: "harder" } as const;
  assert.deepEqual(purpose({ kind: "regenerate", roadmap_id: "r", about }), { kind: "rewrite", ...about });
  const change: Known = { kind: "change", roadmap_id: "r", about: { words: "shorter" } };
  assert.deepEqual(purpose(change), { kind: "change", words: "shorter" });
  assert.deepEqual(purpose({ kind: "change", roadmap_id: "r" }), { kind: "change" });
});

test("WEB83 a unit of which only the log tells is found there", () => {
  const old: Known = { kind: "regenerate", roadmap_id: "r" };
  assert.deepEqual(purpose(old, starts("a", "a/tutorial")), { kind: "rewrite", content: "tutorial", concept_id: "a" });
  assert.deepEqual(purpose(old), { kind: "missing" });
});
