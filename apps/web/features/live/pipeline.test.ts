import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { type Asked, pipelineSteps } from "./pipeline.ts";
import { completes, ends, fails, progress, retries, snapshotOf, stage, starts } from "./snapshot.fixture.ts";

type Events = Parameters<typeof snapshotOf>;
const WHOLE: Asked = { purpose: null, review: false };
const steps = (asked: Asked, ...events: Events) => pipelineSteps(snapshotOf(...events), asked);
const named = (asked: Asked, ...events: Events) => steps(asked, ...events).map((s) => `${s.name} ${s.state}`);
const states = (...events: Events) => named(WHOLE, ...events);
const note = (name: string, ...events: Events) => steps(WHOLE, ...events).find((s) => s.name === name)?.note;
const COMPLETED: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };
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
  assert.deepEqual(states(progress("content_generation", "started", 90), COMPLETED).slice(-2), ["write done", "finish done"]);
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

test("WEB83 a review that was wanted is listed from the start, and where it was not reached it says so", () => {
  const wanted: Asked = { purpose: null, review: true };
  const all = ["intent waiting", "design waiting", "check waiting", "review waiting", "write waiting", "finish waiting"];
  assert.deepEqual(named(wanted), all);
  assert.ok(named(wanted, ...designed, { type: "cancelled", final: true }).includes("review unreached"));
  assert.ok(!named(wanted, progress("human_review", "skipped")).some((s) => s.startsWith("review")));
});

test("WEB83 a later task has the steps of its kind and no other", () => {
  const rewrite: Asked = { purpose: { kind: "rewrite", content: "quiz", concept_id: "a" }, review: true };
  assert.deepEqual(named(rewrite), ["write waiting", "finish waiting"]);
  assert.deepEqual(named(rewrite, starts("a", "a/quiz")), ["write busy", "finish waiting"]);
  const paused = [starts("a", "a/quiz"), progress("content_generation", "paused")] as const;
  assert.deepEqual(named(rewrite, ...paused), ["write paused", "finish waiting"]);
  const cancelled = named(rewrite, starts("a", "a/quiz"), { type: "cancelled", final: true });
  assert.deepEqual(cancelled, ["write cancelled", "finish unreached"]);
  const failed = [{ ...fails("a", "no"), unit: "a/quiz" } as EventBody, COMPLETED];
  assert.deepEqual(named(rewrite, ...failed), ["write failed", "finish unreached"], "the one unit that was asked for");
  const change: Asked = { purpose: { kind: "change" }, review: false };
  assert.deepEqual(named(change, progress("roadmap_edit", "started")), ["propose busy", "finish waiting"]);
});

test("WEB83 what was missing is counted in the parts of its task, not of the roadmap", () => {
  const missing: Asked = { purpose: { kind: "missing" }, review: false };
  const [write] = steps(missing, starts("a", "a/quiz"), completes("a", "a/quiz", ["quiz"]), {
    type: "progress",
    step: "content_generation",
    status: "started",
    percent: 70,
    data: { done: 1, total: 2 },
  });
  assert.deepEqual(write, { name: "write", state: "busy", note: { kind: "parts", done: 1, total: 2 } });
});

test("WEB87 a step whose try failed of what may pass waits for its next try, and tells which and when", () => {
  const failed = [...designed, retries("curriculum_design")];
  const design = steps(WHOLE, ...failed).find(({ name }) => name === "design");
  const retry = { code: "overloaded", attempt: 2, attempts: 8, not_before: "2026-11-23T10:00:08.000Z", begun: false };
  assert.deepEqual(design, { name: "design", state: "retrying", retry });
  const begun = steps(WHOLE, ...failed, progress("curriculum_design", "started")).find(({ name }) => name === "design");
  assert.deepEqual(begun, { ...design, retry: { ...retry, begun: true } });
  assert.ok(states(...failed, progress("curriculum_design", "completed")).includes("design done"));
  assert.ok(states(...failed, progress("curriculum_design", "paused")).includes("design paused"));
  assert.ok(states(...failed, { type: "cancelled", final: true }).includes("design cancelled"));
});

test("WEB87 parts that are tried again do not stop the others; one that is alone waits", () => {
  const writing = [...stage(1, "a", "b"), progress("content_generation", "started"), retries("content_generation")];
  assert.ok(states(...writing).includes("write busy"));
  const rewrite: Asked = { purpose: { kind: "rewrite", content: "quiz", concept_id: "a" }, review: false };
  const alone = [starts("a", "a/quiz"), retries("content_generation")];
  assert.deepEqual(named(rewrite, ...alone), ["write retrying", "finish waiting"]);
});

test("WEB88 what ended with parts missing is not simply done, and counts them", () => {
  const written = [...stage(1, "a", "b"), progress("content_generation", "completed", 100), fails("a", "no"), completes("b")];
  const [write, finish] = steps(WHOLE, ...written, ends("a/tutorial", "a/quiz")).slice(-2);
  assert.deepEqual(write, { name: "write", state: "gaps", note: { kind: "gaps", done: 2, total: 2, missing: 2 } });
  assert.deepEqual(finish, { name: "finish", state: "gaps" });
});
