import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { pipelineSteps } from "./pipeline.ts";
import { completes, progress, snapshotOf, stage } from "./snapshot.fixture.ts";

type Events = Parameters<typeof snapshotOf>;
const states = (...events: Events) => pipelineSteps(snapshotOf(...events)).map((s) => `${s.name} ${s.state}`);
const note = (name: string, ...events: Events) => pipelineSteps(snapshotOf(...events)).find((s) => s.name === name)?.note;
const designed = [
  progress("intent_analysis", "started"),
  progress("intent_analysis", "completed"),
  progress("curriculum_design", "started"),
];
const sound = (repairs: number): EventBody => ({
  type: "validation_result",
  roadmap_id: "r",
  version: 1,
  ok: true,
  repairs: Array.from({ length: repairs }, () => ({ rule: "PR2", action: "merged", message: "m", ids: [] })),
  findings: [],
});

test("WEB43 steps are done, busy or waiting as the log tells; the review is left out unless asked for", () => {
  assert.deepEqual(states(), ["intent waiting", "design waiting", "check waiting", "write waiting", "finish waiting"]);
  assert.deepEqual(states(...designed), ["intent done", "design busy", "check waiting", "write waiting", "finish waiting"]);
  assert.ok(!states(progress("human_review", "skipped")).some((s) => s.startsWith("review")));
});

test("WEB43 a review that was asked for asks, and is done when decided", () => {
  const asked = [progress("human_review", "started"), { type: "human_review_required", roadmap_id: "r", version: 1 }] as const;
  assert.ok(states(...asked).includes("review asks"));
  const decided = [
    { type: "human_review_resolved", decision: "approve", version: 1 },
    progress("human_review", "completed"),
  ] as const;
  assert.ok(states(...asked, ...decided).includes("review done"));
});

test("WEB43 what a stopped task was busy with has stopped too", () => {
  assert.ok(states(...designed, { type: "cancelled", final: true }).includes("design cancelled"));
  const failed = states(...designed, { type: "failed", final: true, error: { code: "c", message: "m" } });
  assert.deepEqual(failed, ["intent done", "design failed", "check unreached", "write unreached", "finish unreached"]);
});

test("WEB43 a paused task is paused where it was at work, and goes on there", () => {
  const paused = [...designed, progress("curriculum_design", "paused")];
  assert.ok(states(...paused).includes("design paused"));
  assert.ok(states(...paused, progress("curriculum_design", "resumed")).includes("design busy"));
});

test("WEB43 a finished task has nothing left to do, whatever its last step told", () => {
  const completed: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };
  assert.deepEqual(states(progress("content_generation", "started", 90), completed).slice(-2), ["write done", "finish done"]);
});

test("WEB43 notes: how long, how many stages so far, repairs, and parts written", () => {
  assert.deepEqual(note("intent", ...designed), { kind: "took", seconds: 1 });
  assert.deepEqual(note("design", ...designed, ...stage(1, "a"), ...stage(2, "b")), { kind: "stages", count: 2 });
  assert.deepEqual(
    note("check", progress("structure_validation", "started"), sound(2), progress("structure_validation", "completed")),
    {
      kind: "repairs",
      count: 2,
    },
  );
  assert.deepEqual(note("write", ...stage(1, "a", "b"), progress("content_generation", "started"), completes("a")), {
    kind: "parts",
    done: 1,
    total: 2,
  });
  assert.equal(note("write", ...stage(1, "a")), undefined);
});
