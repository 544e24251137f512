import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { EventBody } from "@wayfinder/protocol";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";

const catalogue = loadCatalogue();

/** Runs a generation whose critic finds so many serious things each time, and the last number from then on. */
async function run(counts: readonly number[], edit: (round: number) => unknown, goal = sampleGoal("en")) {
  let looks = 0;
  let edits = 0;
  const generation = new ModelRun({
    catalogue,
    answer(request) {
      if (request.schema?.name === "edits") return JSON.stringify(edit((edits += 1)));
      if (request.schema?.name !== "critique") return goodAnswers(request);
      const count = counts[Math.min(looks++, counts.length - 1)] ?? 0;
      const finding = { kind: "missing_concept", serious: true, message: "Salt is missing." };
      return JSON.stringify({ scores: {}, findings: Array.from({ length: count }, () => finding) });
    },
  });
  const events = await generation.toEnd(goal);
  assert.equal(events.at(-1)?.type, "completed");
  return { generation, events, looks, edits };
}

const add = (round: number) => ({
  operations: [{ op: "add", kind: "concept", into: "starter", fields: { name: `Salt ${"ABCD"[round - 1]}` } }],
});
const versions = (events: readonly EventBody[], type: "roadmap_edited" | "validation_result") =>
  events.flatMap((event) => (event.type === type ? [event.version] : []));

test("PL edit rounds: nothing serious, no edit", async () => {
  const { looks, edits } = await run([0], add);
  assert.deepEqual([looks, edits], [1, 0]);
});

test("PL edit rounds stop at three, however many findings are left", async () => {
  const { events, looks, edits } = await run([9, 8, 7, 6, 5], add);
  assert.deepEqual([looks, edits], [4, 3]);
  assert.deepEqual(versions(events, "roadmap_edited"), [2, 3, 4]);
  assert.deepEqual(versions(events, "validation_result"), [1, 2, 3, 4], "each edit is looked at again");
});

test("PL edit rounds stop when the findings stop shrinking", async () => {
  assert.equal((await run([3, 3], add)).edits, 1);
  assert.equal((await run([3, 5], add)).edits, 1);
  assert.equal((await run([3, 2, 2], add)).edits, 2);
  assert.equal((await run([3, 0], add)).edits, 1);
});

test("PR5 PR8 an edit keeps every id; the findings reach the editor as data", async () => {
  const { generation } = await run([1, 0], add);
  const ids = generation.roadmap().stages.flatMap((s) => s.modules.flatMap((m) => m.concepts.map((c) => c.concept_id)));
  assert.deepEqual(ids.toSorted(), ["baking", "flour", "salt-a", "shaping", "starter-care"]);
  const asked = generation.requests.find(({ schema }) => schema?.name === "edits");
  assert.match(asked?.prompt ?? "", /<data name="findings">\nmissing_concept: Salt is missing\.\n<\/data>/);
});

test("PL7 PL8 an editor that fails leaves the roadmap as it was, says so, and the content is written", async () => {
  const { generation, events } = await run([1], () => "no");
  assert.ok(events.some((e) => e.type === "progress" && e.step === "roadmap_edit" && e.status === "failed"));
  assert.equal(generation.roadmap().version, 1);
  assert.equal(generation.contents.size, 12);
});

test("PR7 what code mended of an edit is told with the look after it", async () => {
  const { events } = await run([1, 0], () => ({
    operations: [
      { op: "change", kind: "concept", id: "flour", fields: { prerequisites: ["Baking"] } },
      { op: "change", kind: "concept", id: "flour", fields: { hours: 3 } },
    ],
  }));
  const looks = events.filter((event) => event.type === "validation_result");
  assert.deepEqual(
    looks.map(({ repairs }) => repairs.map(({ rule, action }) => `${rule} ${action}`)),
    [[], ["PR1 edge_cut"]],
  );
});

test("PR3 what is known does not come back by an edit: it is left out by the editor, or the roadmap stays as it is", async () => {
  const knows = { ...sampleGoal("en"), known_skills: ["Scoring"] };
  const scoring = { op: "add", kind: "concept", into: "starter", fields: { name: "Scoring" } };
  const salt = { op: "add", kind: "concept", into: "starter", fields: { name: "Salt", prerequisites: ["Scoring"] } };
  const names = ({ generation }: Awaited<ReturnType<typeof run>>) =>
    generation.roadmap().stages.flatMap((s) => s.modules.flatMap((m) => m.concepts.map((c) => c.name)));
  const first = await run([1, 0], (n) => ({ operations: n === 1 ? [salt, scoring] : [salt] }), knows);
  assert.ok(names(first).includes("Salt") && !names(first).includes("Scoring"));
  assert.equal(first.edits, 2, "it was sent back once");
  const always = await run([1, 0], () => ({ operations: [salt, scoring] }), knows);
  assert.deepEqual(names(always), ["Flour", "Starter care", "Shaping", "Baking"]);
});
