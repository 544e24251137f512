import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody } from "./event.ts";
import { foldEvents } from "./fold.ts";

const fold = (...events: EventBody[]) => foldEvents(events.map((e, n) => ({ ...e, seq: n + 1, at: "2026-01-01T00:00:00Z" })));
const stage = (name: string) => ({ stage_id: "s", order: 1, name, description: "d" });
const OUTLINED: EventBody = { type: "outline_delta", node: { kind: "stage", ...stage("One") } };
const asked = (version: number): EventBody => ({ type: "human_review_required", roadmap_id: "r", version });
const wish = (feedback?: string): EventBody => ({
  type: "human_review_resolved",
  decision: "change",
  version: 1,
  ...(feedback === undefined ? {} : { feedback }),
});
const edited = (version: number, name: string): EventBody => ({
  type: "roadmap_edited",
  roadmap_id: "r",
  version,
  changes: [`now ${name}`],
  outline: [{ ...stage(name), modules: [] }],
});
const said = (message: string, status: "completed" | "failed" = "completed"): EventBody => ({
  type: "progress",
  step: "roadmap_edit",
  status,
  message,
  percent: 40,
});

test("MS3 a wish for changes remembers the structure as it was, what the editor did and said, and how it came back", () => {
  const { revision, stages } = fold(OUTLINED, asked(1), wish("x"), edited(2, "Two"), said("Renamed."), asked(2));
  assert.deepEqual([revision?.round, revision?.feedback, revision?.failed], [1, "x", undefined]);
  assert.deepEqual([revision?.changes, revision?.summaries], [["now Two"], ["Renamed."]]);
  assert.deepEqual(
    revision?.before.map(({ name }) => name),
    ["One"],
  );
  assert.equal(revision?.after, stages);
});

test("MS3 edits by the person's own hand are no answer to a wish, and the next wish begins anew", () => {
  const first = [OUTLINED, asked(1), wish(), said("No need."), asked(1), edited(2, "Mine")];
  assert.deepEqual(fold(...first).revision?.changes, []);
  const second = fold(...first, wish(), said("The model is gone.", "failed"), asked(2)).revision;
  assert.deepEqual([second?.round, second?.summaries, second?.failed], [2, [], "The model is gone."]);
  assert.equal(second?.before[0]?.name, "Mine");
});

test("MS3 a wish that was met stays so when an edit that the critic asked for fails after it", () => {
  const { revision } = fold(
    OUTLINED,
    asked(1),
    wish("x"),
    edited(2, "Two"),
    said("Renamed."),
    said("It broke off.", "failed"),
    asked(2),
  );
  assert.deepEqual([revision?.summaries, revision?.failed, revision?.changes], [["Renamed."], undefined, ["now Two"]]);
});

test("MS3 an approval is no revision, and answers stand beside their questions", () => {
  const intent = { questions: [{ question_id: "q", question: "Where?" }] } as unknown as Extract<
    EventBody,
    { type: "intent_ready" }
  >["intent"];
  const answers = [
    { question_id: "q", answer: "At home" },
    { question_id: "none", answer: "x" },
  ];
  const end = fold({ type: "intent_ready", intent }, asked(1), {
    type: "human_review_resolved",
    decision: "approve",
    version: 1,
    answers,
  });
  assert.equal(end.revision, undefined);
  assert.deepEqual(end.intent?.questions, [{ question_id: "q", question: "Where?", answer: "At home" }]);
});
