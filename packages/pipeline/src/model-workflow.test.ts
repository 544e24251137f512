import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { Goal } from "@wayfinder/protocol";
import { EventBody, foldEvents } from "@wayfinder/protocol";
import { ModelRun } from "./testing/model-run.ts";
import { goodAnswers } from "./testing/good-answers.ts";

const GOAL: Goal = {
  goal: "bake sourdough bread",
  level: "beginner",
  hours_per_week: 4,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "model",
};
const catalogue = loadCatalogue();

test("CT4 PL a model's goal becomes a roadmap with content, and the fold of its events is what was saved", async () => {
  const run = new ModelRun({ catalogue, answer: goodAnswers });
  const events = await run.toEnd(GOAL);
  for (const event of events) EventBody.parse(event);
  const snapshot = foldEvents(events.map((e, i) => ({ ...e, seq: i + 1, at: "2026-01-01T00:00:00Z" })));
  assert.equal(snapshot.status, "completed");
  const roadmap = run.roadmap();
  assert.deepEqual(
    snapshot.stages,
    roadmap.stages.map((s) => ({
      ...s,
      modules: s.modules.map((m) => ({ ...m, concepts: m.concepts.map(({ content: _, ...c }) => c) })),
    })),
  );
  const units = roadmap.stages.flatMap((s) => s.modules.flatMap((m) => m.concepts)).length * 3;
  assert.equal(run.contents.size, units);
  assert.deepEqual(new Set(Object.values(snapshot.units).map((u) => u.status)), new Set(["ready"]));
});
