import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { ClaimedStep, StepContext, StepRequest, Write } from "@wayfinder/engine";
import { EventBody, foldEvents, type FailedUnit, type Goal, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { createWorkflow } from "./workflow.ts";
import { claimedStep } from "./testing/claimed-step.ts";

const kit = { models: { modelFor: async () => null }, priceOf: () => null, later: () => () => {} };
const workflow = createWorkflow({ catalogue: loadCatalogue(), kit });
const GOAL: Goal = {
  goal: "learn react",
  level: "beginner",
  hours_per_week: 6,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
};

/** A context without a model: nothing the catalogue's steps do may need one. */
const contextOf = (step: ClaimedStep): StepContext => ({
  step,
  signal: new AbortController().signal,
  roadmap: async () => null,
  content: async () => null,
  emit: async () => {},
  call: () => Promise.reject(new Error("the catalogue calls nobody")),
});

const standing = (failed_units: readonly FailedUnit[] = []) => ({ open: 0, total: 1, failed_units, elapsed_ms: 0 });

/** Runs a task's steps one after the other as a worker would, until none is left or one waits. */
async function runAll(goal: Goal, first: readonly StepRequest[] = workflow.first()) {
  const events: EventBody[] = [];
  const writes: Write[] = [];
  const queue = [...first];
  const paths: string[] = [];
  for (let request = queue.shift(); request && !request.waits; request = queue.shift()) {
    const step = claimedStep(request, goal);
    paths.push(request.path);
    const definition = workflow.definition(step);
    const { output, writes: made = [] } = await definition.run(contextOf(step));
    const told = definition.tell(step, JSON.parse(JSON.stringify(output)));
    writes.push(...made);
    const asked = told.next[0]?.waits ? (told.asked?.(roadmapOf(writes)) ?? []) : [];
    events.push(...definition.begin(step), ...told.events, ...asked, ...(told.settled?.(standing()) ?? []));
    queue.unshift(...told.next);
    if (told.next[0]?.waits) return { events, writes, paths, waiting: told.next[0] };
  }
  return { events, writes, paths, waiting: null };
}

const waitingOf = (request: StepRequest, roadmap: Roadmap) => ({ ...claimedStep(request, GOAL), roadmap });

const numbered = (events: readonly EventBody[]) => events.map((e, i) => ({ ...e, seq: i + 1, at: "2026-01-01T00:00:00Z" }));
const roadmapOf = (writes: readonly Write[]): Roadmap => writes.flatMap((w) => (w.kind === "roadmap" ? [w.roadmap] : []))[0]!;

test("PL phases follow each other and end with one final event", async () => {
  const { events, paths } = await runAll(GOAL);
  const phases = [...new Set(paths.map((p) => p.split("/")[0]))];
  assert.deepEqual(phases, ["intent_analysis", "curriculum_design", "structure_validation", "content_generation"]);
  assert.equal(new Set(paths).size, paths.length, "paths are unique in a task");
  assert.deepEqual(
    events.filter((e) => "final" in e),
    [events.at(-1)],
  );
});

test("MS3 every event is of the union, and percent never falls", async () => {
  const { events } = await runAll(GOAL);
  let percent = 0;
  for (const event of events) {
    assert.deepEqual(EventBody.parse(event), event);
    if (event.type !== "progress") continue;
    assert.ok(event.percent >= percent);
    percent = event.percent;
  }
});

test("CT4 the fold of the events is the roadmap that was saved, with all its content", async () => {
  const { events, writes } = await runAll({ ...GOAL, language: "zh" });
  const snapshot = foldEvents(numbered(events));
  const roadmap = roadmapOf(writes);
  const outline = roadmap.stages.map((s) => ({
    ...s,
    modules: s.modules.map((m) => ({ ...m, concepts: m.concepts.map(({ content: _, ...c }) => c) })),
  }));
  assert.deepEqual(snapshot.stages, outline);
  assert.deepEqual([snapshot.status, snapshot.percent, snapshot.roadmap_id], ["completed", 100, "r"]);
  const ids = outline.flatMap((s) => s.modules.flatMap((m) => m.concepts.map((c) => c.concept_id)));
  assert.ok(ids.every((id) => snapshot.units[id]?.status === "ready"));
  const content = writes.filter((w) => w.kind === "content");
  assert.equal(content.length, ids.length * 3);
});

test("PR6 the same goal gives the same bytes", async () => {
  const [a, b] = await Promise.all([runAll(GOAL), runAll(GOAL)]);
  assert.equal(JSON.stringify(a), JSON.stringify(b));
});

test("PL a review waits between structure and content, and approving leads on", async () => {
  const { events, waiting, writes } = await runAll({ ...GOAL, review: true });
  assert.equal(events.at(-1)?.type, "human_review_required");
  const decision = { decision: "approve", version: 1 } as const;
  const { next, events: told, output } = workflow.review(decision, waitingOf(waiting!, roadmapOf(writes)));
  const retold = workflow.definition(claimedStep(waiting!, GOAL)).tell(claimedStep(waiting!, GOAL), output);
  assert.deepEqual(retold, { events: told, next }, "a journalled decision is told the same way");
  assert.equal(told[0]?.type, "human_review_resolved");
  const rest = await runAll(GOAL, next);
  assert.equal(rest.events.at(-1)?.type, "completed");
});

test("PL7 a module that fails costs only itself", async () => {
  const { waiting, writes } = await runAll({ ...GOAL, review: true });
  const [first] = workflow.review({ decision: "approve", version: 1 }, waitingOf(waiting!, roadmapOf(writes))).next;
  const step = claimedStep(first!, GOAL);
  const given = workflow.definition(step).giveUp(step, "no");
  assert.ok(given.events.some((e) => e.type === "concept_failed" && e.reason === "no"));
  assert.ok(given.writes.every((w) => w.kind === "content_failed"));
  const rest = await runAll(GOAL, given.next);
  assert.equal(rest.events.at(-1)?.type, "completed");
  const last = claimedStep({ ...first!, input: { roadmap_id: "r", modules: [], done: 0, total: 1 } }, GOAL);
  const failed_units = [{ unit: "x/quiz", concept_id: "x", reason: "no" }];
  const told = workflow.definition(last).tell(last, { texts: [] }).settled?.(standing(failed_units)) ?? [];
  assert.deepEqual(told, [{ type: "completed", final: true, roadmap_id: "r", failed_units }]);
});

test("PL7 what a catalogue's roadmap lacks is written out of the catalogue; a concept that was added to it comes from elsewhere", async () => {
  const { writes } = await runAll(GOAL);
  const roadmap = roadmapOf(writes);
  const [first] = conceptsOf(roadmap);
  const into = roadmap.stages[0]!.modules[0]!;
  const added = { ...first!, concept_id: "added", name: "Added" };
  // another concept by the same name has the same id, but other outcomes
  const taken = [...loadCatalogue().concepts.keys()].find((id) => conceptsOf(roadmap).every((c) => c.concept_id !== id))!;
  const alike = { ...first!, concept_id: taken, outcomes: ["Can do something else"] };
  const stages = [{ ...roadmap.stages[0]!, modules: [{ ...into, concepts: [first!, added, alike] }] }];
  const left = { begun: true, written: [{ concept_id: first!.concept_id, kind: "quiz" }], open: [], cut: [] } as const;
  const steps = workflow.retry({ ...left, roadmap: { ...roadmap, stages } });
  assert.equal(steps.length, 2 + 3 + 3);
  const again = await runAll(GOAL, steps.slice(0, 2));
  assert.deepEqual(
    again.writes,
    writes.filter((w) => w.kind === "content" && w.concept_id === first!.concept_id && w.content !== "quiz"),
  );
  const tutorial = writes.find((w) => w.kind === "content" && w.content === "tutorial")!;
  const text = again.events.find((event) => event.type === "content_delta")?.text;
  assert.deepEqual({ markdown: text }, tutorial.kind === "content" && tutorial.body);
  for (const step of steps.slice(2)) await assert.rejects(runAll(GOAL, [step]), /model/i);
});

test("PL7 before content was begun, trying again is the journal from its start", () => {
  const left = { roadmap: null, begun: false, written: [], open: [], cut: [] };
  assert.deepEqual(workflow.retry(left), workflow.first());
});

test("PL a goal that is not covered fails its task with words a person understands", async () => {
  const step = claimedStep(workflow.first()[0]!, { ...GOAL, goal: "how to cook rice" });
  const definition = workflow.definition(step);
  await assert.rejects(async () => definition.run(contextOf(step)), /does not cover/);
  assert.equal(definition.giveUp(step, "no").events.at(-1)?.type, "failed");
});
