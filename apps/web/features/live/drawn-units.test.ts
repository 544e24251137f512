import assert from "node:assert/strict";
import { test } from "node:test";
import type { Concept, ContentStatus } from "@wayfinder/protocol";
import { concept, plan, roadmap } from "#web/features/roadmap/roadmap.fixture.ts";
import { conceptProgress } from "./concept-progress.ts";
import { drawnUnits } from "./drawn-units.ts";
import { completes, fails, snapshotOf, starts } from "./snapshot.fixture.ts";

const with_quiz = (id: string, status: ContentStatus): Concept => ({
  ...concept(id),
  content: { ...concept(id).content, quiz: { status } },
});
const R = roadmap([[concept("a"), with_quiz("b", "failed"), with_quiz("c", "pending")]], plan([]));
const drawn = (isOver: boolean, ...events: Parameters<typeof snapshotOf>) =>
  [...conceptProgress(drawnUnits({ roadmap: R, units: snapshotOf(...events).units, isOver }))].map(
    ([id, { writing }]) => `${id} ${writing}`,
  );

test("WEB84 before its log tells anything, a later task shows the roadmap as it stands", () => {
  assert.deepEqual(drawn(false), ["a written", "b failed", "c waiting"]);
});

test("WEB84 what the log tells is newer: what is written anew is at work, what failed before is written", () => {
  assert.deepEqual(drawn(false, starts("a", "a/tutorial")), ["a writing", "b failed", "c waiting"]);
  assert.deepEqual(drawn(false, starts("b", "b/quiz"), starts("c", "c/quiz")), ["a written", "b writing", "c writing"]);
  assert.deepEqual(drawn(false, completes("b", "b/quiz", ["quiz"])), ["a written", "b written", "c waiting"]);
  assert.deepEqual(drawn(false, completes("c")), ["a written", "b failed", "c written"], "one unit for all content");
});

test("WEB84 a failed try takes away nothing that is there, and a log that has ended writes nothing", () => {
  const failed = { ...fails("a", "no"), unit: "a/quiz" } as ReturnType<typeof fails>;
  assert.deepEqual(drawn(false, starts("a", "a/quiz"), failed), ["a written", "b failed", "c waiting"]);
  assert.deepEqual(drawn(true, starts("a", "a/quiz"), starts("c", "c/quiz")), ["a written", "b failed", "c waiting"]);
  assert.deepEqual(drawn(true, fails("c", "no")), ["a written", "b failed", "c failed"]);
});
