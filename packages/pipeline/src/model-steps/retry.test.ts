import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { foldEvents, type EventBody, type Goal, type Patch, type Roadmap } from "@wayfinder/protocol";
import { applyPatch, conceptsOf } from "@wayfinder/roadmap";
import { outlineOf } from "../outline/outline-events.ts";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";
import { scriptedStep } from "../testing/scripted-step.ts";

const catalogue = loadCatalogue();
const GOAL = sampleGoal("en");
const REVIEWED: Goal = { ...GOAL, review: true };

/** A generation in memory; a prompt that `broken` says so is answered with nothing of use. */
async function generated(goal: Goal = GOAL, broken: (prompt: string) => boolean = () => false): Promise<ModelRun> {
  const answer = (request: Parameters<typeof goodAnswers>[0]) => (broken(request.prompt) ? "no" : goodAnswers(request));
  const run = new ModelRun({ catalogue, answer });
  await run.toEnd(goal);
  return run;
}
const edit = (roadmap: Roadmap, patch: Patch): Roadmap =>
  applyPatch(roadmap, patch, { starts_on: GOAL.starts_on, known: [] }).roadmap;
const rename = (id: string, name: string): Patch => [{ op: "change", kind: "concept", id, fields: { name } }];
const snapshotOf = (events: readonly EventBody[]) =>
  foldEvents(events.map((event, n) => ({ ...event, seq: n + 1, at: "2026-01-01T00:00:00Z" })));

test("PL7 what is left are the units of the roadmap as it is that nobody has written or is writing", async () => {
  const run = await generated();
  const { concept_id: _id, content: _content, ...like } = conceptsOf(run.roadmap())[0]!;
  const patch: Patch = [
    { op: "add", kind: "concept", into: "loaf", node: { ...like, name: "Scoring" } },
    { op: "remove", kind: "concept", id: "flour" },
  ];
  const written = run.left().written.filter(({ concept_id, kind }) => concept_id !== "baking" || kind === "quiz");
  const open = ["regenerate/scoring/quiz/k", "content/baking/resources", "change/c"];
  const left = { ...run.left(), roadmap: edit(run.roadmap(), patch), written, open };
  const paths = run.workflow.retry(left).map(({ path }) => path);
  assert.deepEqual(paths.toSorted(), ["content/baking/tutorial", "content/scoring/resources", "content/scoring/tutorial"]);
  const asked = { concept_ids: ["scoring", "flour"], kind: "tutorial" } as const;
  assert.deepEqual(
    run.workflow.content(left, asked).map(({ path }) => path),
    ["content/scoring/tutorial"],
  );
});

test("PL7 a unit's journal key is what its writer is told, however many units are written with it", async () => {
  const run = await generated();
  const one = { ...run.left(), written: [] };
  const all = run.workflow.retry(one);
  const [alone] = run.workflow.content(one, { concept_ids: ["baking"], kind: "quiz" });
  assert.deepEqual(
    all.find(({ path }) => path === "content/baking/quiz"),
    alone,
  );
});

test("PL1 a concept that an edit took away before it was written leaves nothing in the journal, so that it can come back", async () => {
  const run = await generated();
  const [step] = run.workflow.content({ ...run.left(), written: [] }, { concept_ids: ["flour"], kind: "quiz" });
  const without = edit(run.roadmap(), [{ op: "remove", kind: "concept", id: "flour" }]);
  const { context, requests } = scriptedStep({ goal: GOAL, answer: goodAnswers, ...step!, roadmap: without });
  const { output } = await run.workflow.definition(context.step).run(context);
  assert.deepEqual([output, requests.length], [null, 0]);
});

test("PR5 a review that is asked for again is about the roadmap as it was edited, and its events show it", async () => {
  const run = await generated(REVIEWED);
  const before = run.events.length;
  const edited = edit(run.roadmap(), rename("flour", "Grain"));
  run.save(edited);
  await run.toEnd(REVIEWED);
  const again = run.events.slice(before);
  assert.deepEqual(
    again.flatMap((event) => (event.type === "roadmap_edited" ? event.changes : [])),
    ["Changed concept “Flour”: it is now called “Grain”."],
  );
  assert.deepEqual(again.at(-1), { type: "human_review_required", roadmap_id: "r", version: 2 });
  const snapshot = snapshotOf(again);
  assert.deepEqual([snapshot.status, snapshot.version], ["waiting_for_review", 2]);
  assert.deepEqual(snapshot.stages, outlineOf(edited));
});

test("PR5 PR8 an edit round that is tried again begins from what a person has edited since, and so does the look at it", async () => {
  const run = await generated();
  const edited = edit(edit(run.roadmap(), rename("flour", "Grain")), rename("baking", "Oven"));
  const intent = run.events.flatMap((event) => (event.type === "intent_ready" ? [event.intent] : []))[0]!;
  const handed = { roadmap: run.roadmap(), intent, round: 2, automatic: 1, before: 1 };
  const through = async (name: "roadmap_edit" | "structure_validation", input: object) => {
    const { context } = scriptedStep({
      goal: GOAL,
      answer: goodAnswers,
      path: `${name}/2`,
      input: { ...input },
      roadmap: edited,
    });
    const step = { ...context.step, name };
    const definition = run.workflow.definition(step);
    const { output } = await definition.run({ ...context, step });
    return definition.tell(step, JSON.parse(JSON.stringify(output)));
  };
  const look = await through("structure_validation", handed);
  assert.deepEqual(snapshotOf(look.events).stages, outlineOf(edited));
  assert.match(JSON.stringify(look.next), /"name":"Grain"/);
  const round = await through("roadmap_edit", { ...handed, findings: [], wishes: [] });
  assert.deepEqual([snapshotOf(round.events).stages, snapshotOf(round.events).version], [outlineOf(edited), 3]);
  assert.match(JSON.stringify(round.next), /"name":"Grain"/);
});
