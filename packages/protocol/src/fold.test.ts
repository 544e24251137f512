import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { EventBody } from "./event.ts";
import { applyEvent, EMPTY_SNAPSHOT, foldEvents, generationFold } from "./fold.ts";

const number = (events: readonly EventBody[]) =>
  events.map((e, i) => ({ ...e, seq: i + 1, at: `2026-01-01T00:00:${String(i % 60).padStart(2, "0")}Z` }));
const start = (unit: string, attempt: number): EventBody => ({ type: "attempt_started", unit, attempt });
const delta = (text: string, offset: number, attempt = 1): EventBody => ({
  type: "content_delta",
  unit: "a",
  attempt,
  offset,
  text,
});

test("MS3 text grows by its offsets; an attempt clears it; what does not continue it changes nothing", () => {
  const s = foldEvents(number([start("a", 1), delta("one ", 0), delta("two", 4), delta("two", 4), delta("x", 99)]));
  assert.equal(s.texts["a"]?.text, "one two");
  const again = foldEvents(number([start("a", 1), delta("old", 0), start("a", 2), delta("old", 3), delta("new", 0, 2)]));
  assert.deepEqual(again.texts["a"], { attempt: 2, text: "new" });
});

test("MS3 the outline grows in place: a repeated node replaces itself and keeps what hangs below it", () => {
  const stage: EventBody = {
    type: "outline_delta",
    node: { kind: "stage", stage_id: "s", order: 1, name: "One", description: "d" },
  };
  const module: EventBody = {
    type: "outline_delta",
    node: { kind: "module", stage_id: "s", module_id: "m", name: "M", description: "d" },
  };
  const renamed: EventBody = {
    type: "outline_delta",
    node: { kind: "stage", stage_id: "s", order: 1, name: "Two", description: "d" },
  };
  const { stages } = foldEvents(number([stage, module, renamed]));
  assert.deepEqual(
    stages.map((s) => [s.name, s.modules.map((m) => m.module_id)]),
    [["Two", ["m"]]],
  );
});

test("MS3 status and percent follow the log; percent never falls", () => {
  const progress = (percent: number): EventBody => ({ type: "progress", step: "content_generation", status: "started", percent });
  const s = foldEvents(number([progress(50), progress(40)]));
  assert.deepEqual([s.status, s.percent, s.seq], ["running", 50, 2]);
  const alone = foldEvents(number([{ type: "concept_start", concept_id: "a", unit: "a/quiz" }]));
  assert.deepEqual([alone.status, alone.step], ["running", null], "a unit that is written begins a task, too");
  const waiting = applyEvent(s, { type: "human_review_required", roadmap_id: "r", version: 1, seq: 3, at: "" });
  assert.equal(waiting.status, "waiting_for_review");
  const cancelled = applyEvent(waiting, { type: "cancelled", final: true, seq: 4, at: "" });
  assert.equal(cancelled.status, "cancelled");
});

test("MS3 folding in one go or in two parts is the same, and unchanged parts keep their identity", () => {
  const event = fc.oneof(
    fc.record({ attempt: fc.integer({ min: 1, max: 3 }) }).map(({ attempt }): EventBody => start("a", attempt)),
    fc.tuple(fc.string(), fc.nat(5), fc.integer({ min: 1, max: 3 })).map(([t, o, n]) => delta(t, o, n)),
    fc.nat(100).map((percent): EventBody => ({ type: "progress", step: "curriculum_design", status: "completed", percent })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), fc.nat(30), (events, cut) => {
      const log = number(events);
      const whole = foldEvents(log);
      assert.deepEqual(foldEvents(log.slice(cut), foldEvents(log.slice(0, cut))), whole);
      assert.equal(whole.stages, EMPTY_SNAPSHOT.stages);
    }),
  );
});

test("MS3 every event type of the protocol is known to the fold, and no other; one of the future changes nothing but the number", () => {
  for (const option of EventBody.options) assert.ok(generationFold.knows(option.shape.type.value));
  for (const type of ["connected", "toString", "__proto__", "later_event"]) assert.equal(generationFold.knows(type), false);
  const later = { type: "later_event", seq: 1, at: "" } as never;
  assert.deepEqual(applyEvent(EMPTY_SNAPSHOT, later), { ...EMPTY_SNAPSHOT, seq: 1 });
});

test("MS3 a burst may change in place only what it made itself: a snapshot that was seen stays as it was", () => {
  const fresh = new Set<object>();
  const [first, second, third] = number([start("a", 1), start("b", 1), start("c", 1)]);
  assert.ok(first && second && third);
  const one = applyEvent(EMPTY_SNAPSHOT, first, fresh);
  const two = applyEvent(one, second, fresh);
  assert.equal(two.texts, one.texts, "copied once for the burst");
  const seen = structuredClone(two);
  const three = applyEvent(two, third, new Set());
  assert.deepEqual([two, Object.keys(three.texts), EMPTY_SNAPSHOT.texts], [seen, ["a", "b", "c"], {}]);
});

test("MS3 a planned retry stands at its step, waiting and then under way, until that has ended; it changes neither status nor percent", () => {
  const started: EventBody = { type: "progress", step: "curriculum_design", status: "started", percent: 10 };
  const failed: EventBody = {
    type: "retry_planned",
    step: "curriculum_design",
    code: "overloaded",
    attempt: 2,
    attempts: 8,
    retry_in_ms: 5_000,
  };
  const waiting = foldEvents(number([started, failed]));
  const retry = { code: "overloaded", attempt: 2, attempts: 8, not_before: "2026-01-01T00:00:06.000Z", begun: false };
  const state = { status: "started", started_at: "2026-01-01T00:00:00Z", retry };
  assert.deepEqual([waiting.steps.curriculum_design, waiting.status, waiting.percent], [state, "running", 10]);
  const again = foldEvents(number([started, failed, started]));
  assert.deepEqual(again.steps.curriculum_design?.retry, { ...retry, begun: true });
  const completed: EventBody = { ...started, status: "completed", percent: 30 };
  assert.equal(foldEvents(number([started, failed, started, completed])).steps.curriculum_design?.retry, undefined);
  const unit: EventBody = { type: "concept_start", concept_id: "c", unit: "c/quiz" };
  const unitFailed: EventBody = { ...failed, step: "content_generation" };
  assert.equal(foldEvents(number([unit, unitFailed])).steps.content_generation?.retry?.begun, false);
  assert.equal(foldEvents(number([unit, unitFailed, unit])).steps.content_generation?.retry?.begun, true);
});
