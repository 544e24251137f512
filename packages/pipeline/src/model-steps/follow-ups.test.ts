import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { applyPatch, diffRoadmaps } from "@wayfinder/roadmap";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";

const catalogue = loadCatalogue();
const GOAL = sampleGoal("en");

/** A finished roadmap whose model answers edits with the given text; a tutorial fails while `broken` says so. */
async function finished(edits: string, broken: (prompt: string) => boolean = () => false): Promise<ModelRun> {
  const run = new ModelRun({
    catalogue,
    answer(request) {
      if (request.schema?.name === "edits") return edits;
      return request.schema === undefined && broken(request.prompt) ? "no" : goodAnswers(request);
    },
  });
  await run.toEnd(GOAL);
  return run;
}

const ADD = JSON.stringify({
  summary: "Added scoring.",
  operations: [{ op: "add", kind: "concept", into: "Loaf", fields: { name: "Scoring" } }],
});

test("PR8 a change by words is only proposed: the roadmap stays until the person says so", async () => {
  const run = await finished(ADD);
  const before = JSON.stringify(run.roadmap());
  const events = [...(await run.toEnd(GOAL, run.workflow.change({ change_id: "c1", request: "score the loaf" })))];
  assert.equal(JSON.stringify(run.roadmap()), before);
  const [change] = run.changes;
  assert.deepEqual([change?.request, change?.base_version, change?.summary], ["score the loaf", 1, "Added scoring."]);
  assert.equal(events.at(-1)?.type, "completed");
  const { roadmap, findings } = applyPatch(run.roadmap(), change?.patch ?? [], { starts_on: GOAL.starts_on, known: [] });
  assert.deepEqual(findings, []);
  assert.ok(JSON.stringify(roadmap).includes("Scoring"));
});

test("PR8 PR9 a model that proposes nothing, or only what breaks the roadmap, fails the change in words and changes nothing", async () => {
  const wipe = JSON.stringify({ operations: ["begin", "bake"].map((id) => ({ op: "remove", kind: "stage", id })) });
  const only = (edit: unknown) => JSON.stringify({ summary: "Did it.", operations: [edit] });
  for (const [edits, words] of [
    [JSON.stringify({ operations: [] }), /proposed no change/],
    [JSON.stringify({ summary: "It has that already.", operations: [] }), /It has that already/],
    [wipe, /would break the roadmap/],
    [only({ op: "add", kind: "module", into: "bake", fields: { name: "Sweet doughs" } }), /“Sweet doughs” would be empty/],
    [only({ op: "move", kind: "concept", id: "flour", into: "no-such" }), /There is no module “no-such”\."/],
    [only({ op: "change", kind: "concept", id: "flour", fields: { name: "Flour" } }), /"The model proposed no change\."/],
    ["no", /could not be used/],
  ] as const) {
    const run = await finished(edits);
    const events = await run.toEnd(GOAL, run.workflow.change({ change_id: "c1", request: "x" }));
    assert.equal(events.at(-1)?.type, "failed");
    assert.match(JSON.stringify(events.at(-1)), words);
    assert.deepEqual([run.changes.length, run.roadmap().version], [0, 1]);
  }
});

test("PR8 a new module with its concepts is one change, and what needs each other in it stays so", async () => {
  const edits = JSON.stringify({
    summary: "Added the module.",
    operations: [
      { op: "add", kind: "module", into: "begin", fields: { name: "Sweet doughs" } },
      { op: "add", kind: "concept", into: "Sweet doughs", fields: { name: "Brioche" } },
      { op: "add", kind: "concept", into: "sweet-doughs", fields: { name: "Panettone", prerequisites: ["Brioche"] } },
    ],
  });
  const run = await finished(edits);
  await run.toEnd(GOAL, run.workflow.change({ change_id: "c1", request: "add a module on sweet doughs" }));
  const { roadmap, findings } = applyPatch(run.roadmap(), run.changes[0]?.patch ?? [], { starts_on: GOAL.starts_on, known: [] });
  assert.deepEqual(findings, []);
  assert.deepEqual(
    diffRoadmaps(run.roadmap(), roadmap).flatMap(({ kind, target, id }) =>
      target === "plan" ? [] : [`${kind} ${target} ${id}`],
    ),
    ["added module sweet-doughs", "added concept brioche", "added concept panettone"],
  );
  const panettone = roadmap.stages[0]?.modules.at(-1)?.concepts[1];
  assert.deepEqual(panettone?.prerequisites, [{ concept_id: "brioche", kind: "hard" }]);
});

test("PR8 a tutorial is written anew with the wish and the version there is; nothing else is asked", async () => {
  const run = await finished(ADD);
  const before = run.requests.length;
  const wish = { instruction: "use rye", previous: "## The old text" };
  const steps = run.workflow.regenerate(run.left(), { concept_id: "flour", kind: "tutorial", key: "k1", ...wish });
  const events = await run.toEnd(GOAL, steps);
  assert.equal(events.at(-1)?.type, "completed");
  assert.equal(run.requests.length, before + 1);
  const { prompt } = run.requests.at(-1)!;
  assert.match(prompt, /<data name="previous_version">\n## The old text\n<\/data>/);
  assert.match(prompt, /<data name="wish_for_the_new_version">\nuse rye\n<\/data>/);
});

test("PR8 each new version has a journal key of its own; a concept that is not there has none", async () => {
  const run = await finished(ADD);
  const again = (key: string, concept_id = "flour") => run.workflow.regenerate(run.left(), { concept_id, kind: "quiz", key });
  assert.notEqual(again("k1")[0]?.path, again("k2")[0]?.path);
  assert.deepEqual(again("k1", "no-such"), []);
  const open = (path: string) => ({ ...run.left(), open: [path] });
  const wish = { concept_id: "flour", kind: "quiz", key: "k1" } as const;
  assert.deepEqual(run.workflow.regenerate(open("content/flour/quiz"), wish), [], "nor has one while its first text is written");
  assert.equal(run.workflow.regenerate(open("content/flour/tutorial"), wish).length, 1);
  for (const key of ["k1", "k2"]) {
    const before = run.requests.length;
    await run.toEnd(GOAL, again(key));
    assert.equal(run.requests.length, before + 1);
    await run.toEnd(GOAL, again(key));
    assert.equal(run.requests.length, before + 1, "the same version is not paid for twice (PL1)");
  }
});

test("PL7 a new version that cannot be made fails its task with the reason; the text there is stays", async () => {
  let down = false;
  const run = await finished(ADD, () => down);
  const text = run.contents.get("flour/tutorial");
  down = true;
  const steps = run.workflow.regenerate(run.left(), { concept_id: "flour", kind: "tutorial", key: "k1", instruction: "use rye" });
  const events = await run.toEnd(GOAL, steps);
  const last = events.at(-1);
  assert.ok(last?.type === "failed");
  assert.equal(last.error.code, "content_generation_failed");
  assert.ok(last.error.message.length > 0);
  assert.deepEqual(run.contents.get("flour/tutorial"), text);
});

test("PL7 failed units are written again by the same steps; what is there is not asked for again", async () => {
  let down = true;
  const run = await finished(ADD, (prompt) => down && prompt.includes("Concept: Flour"));
  assert.deepEqual([...run.failed.keys()], ["flour/tutorial"]);
  down = false;
  const before = run.requests.length;
  const steps = run.workflow.retry(run.left());
  assert.deepEqual(
    steps.map(({ path }) => path),
    ["content/flour/tutorial"],
  );
  const events = await run.toEnd(GOAL, steps);
  assert.equal(run.failed.size, 0);
  assert.deepEqual(events.at(-1), { type: "completed", final: true, roadmap_id: "r", failed_units: [] });
  assert.ok(
    run.requests.slice(before).every(({ schema }) => schema === undefined),
    "only the tutorial is asked for",
  );
});
