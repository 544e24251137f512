import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer } from "../answer/read-answer.ts";
import { sampleGoal, sampleOutline } from "../testing/sample-data.ts";
import { draftOfOutline } from "./draft-of-outline.ts";
import { OUTLINE_ALIASES, OutlineAnswer, type ConceptAnswer } from "./outline-answer.ts";
import { passGate } from "./sound-draft.ts";

const build = (concepts: readonly ConceptAnswer[], language: "en" | "zh" = "en") =>
  draftOfOutline({ stages: [{ name: "S", modules: [{ name: "M", concepts: [...concepts] }] }] }, sampleGoal(language));
const conceptsOf = ({ draft }: ReturnType<typeof build>) => draft.stages[0]?.modules[0]?.concepts ?? [];

test("PR5 PR6 ids come from names, once each, the same every time", () => {
  const named = [{ name: "Castes" }, { name: "castes!" }, { name: "三型蜂" }, { name: "…" }];
  const ids = conceptsOf(build(named)).map(({ concept_id }) => concept_id);
  assert.equal(new Set(ids).size, 4);
  assert.deepEqual(
    conceptsOf(build(named)).map(({ concept_id }) => concept_id),
    ids,
  );
});

test("PR3 PR7 what is known is left out, and told; as a prerequisite it is silently met", () => {
  const made = build([{ name: "woodwork" }, { name: "Hive parts", prerequisites: ["Woodwork"] }]);
  assert.deepEqual(
    conceptsOf(made).map(({ name }) => name),
    ["Hive parts"],
  );
  assert.deepEqual(
    made.repairs.map(({ rule, action }) => `${rule} ${action}`),
    ["PR3 known_left_out"],
  );
});

test("PR1 PR7 a prerequisite that nothing is called is dropped, and told in the learner's language", () => {
  const concepts = [
    { name: "Castes" },
    { name: "Inspection", prerequisites: ["castes", "Queen lore", " "], helpful: ["Nothing"] },
  ];
  const made = build(concepts);
  assert.deepEqual(conceptsOf(made)[1]?.prerequisites, [{ concept_id: "castes", kind: "hard" }]);
  assert.deepEqual(
    made.repairs.map(({ message }) => message),
    ["“Inspection” no longer needs “Queen lore”, which is not in the roadmap."],
  );
  assert.match(build(concepts, "zh").repairs[0]?.message ?? "", /“Queen lore”不在路线图中/);
});

test("PR4 PR7 hours that no concept takes are replaced, and told; usual ones are not", () => {
  const hours = [400, 0, -3, 2, undefined, 0.1];
  const made = build(hours.map((each, at) => ({ name: `C${at}`, ...(each === undefined ? {} : { hours: each }) })));
  assert.deepEqual(
    conceptsOf(made).map((concept) => concept.hours.likely),
    [160, 2, 2, 2, 2, 0.25],
  );
  assert.deepEqual(
    made.repairs.map(({ action, ids }) => `${action} ${ids.join()}`),
    ["hours_clamped c0", "hours_clamped c1", "hours_clamped c2"],
  );
});

test("PR2 PR7 concepts beyond what anybody can follow are left out, and counted", () => {
  const made = build(Array.from({ length: 405 }, (_, at) => ({ name: `C${at}` })));
  assert.equal(conceptsOf(made).length, 400);
  assert.match(made.repairs.at(-1)?.message ?? "", /the last 5 were left out/);
});

test("PL3 an outline under a name that also means its list of stages is read as the whole; the list itself still is", () => {
  const stages = [{ name: "S", modules: [{ name: "M", concepts: [{ name: "Wax" }] }] }];
  const read = (answer: unknown) => readAnswer(JSON.stringify(answer), OutlineAnswer, OUTLINE_ALIASES);
  assert.deepEqual(read({ roadmap: { title: "Bees", stages } }), { ok: true, value: { title: "Bees", stages } });
  assert.deepEqual(read({ curriculum: { phases: stages } }), { ok: true, value: { stages } });
  assert.deepEqual(read({ roadmap: stages }), { ok: true, value: { stages } });
  assert.deepEqual(read({ roadmap: { 1: stages[0] } }), { ok: true, value: { stages } });
});

test("PR3 the gate finds what is known and still taught, by whatever way it came in", () => {
  const goal = sampleGoal("en");
  const { draft, optional } = draftOfOutline(sampleOutline("en"), goal);
  const gate = (known_skills: string[]) =>
    passGate({ draft, goal: { ...goal, known_skills }, optional, roadmap_id: "r", version: 1 }).findings;
  assert.deepEqual(gate(["Woodwork"]), []);
  assert.deepEqual(
    gate(["castes", "Parts of the hive"]).map(({ rule, ids }) => [rule, ...ids]),
    [
      ["PR3", "castes"],
      ["PR3", "hive-parts"],
    ],
  );
});
