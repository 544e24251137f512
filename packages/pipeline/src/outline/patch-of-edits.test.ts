import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPatch } from "@wayfinder/roadmap";
import { sampleRoadmap } from "../testing/sample-data.ts";
import { patchOfEdits } from "./patch-of-edits.ts";

const ROADMAP = sampleRoadmap("en");
type Edits = Parameters<typeof patchOfEdits>[0];
const read = (...edits: Edits) => patchOfEdits(edits, ROADMAP, (name) => name === "Woodwork");
/** The patch of edits in which nothing is wrong. */
const patch = (...edits: Edits) => {
  const { problems, patch: made } = read(...edits);
  assert.deepEqual(problems, []);
  return made;
};
/** The names below a module after a patch. */
function names(edits: Edits, module_id: string): string[] | undefined {
  const { roadmap, findings } = applyPatch(ROADMAP, patch(...edits), { starts_on: "2026-11-23", known: [] });
  assert.deepEqual(findings, []);
  const modules = roadmap.stages.flatMap((stage) => stage.modules);
  return modules.find((module) => module.module_id === module_id)?.concepts.map(({ name }) => name);
}

test("PR8 edits name nodes by id or by name, with or without their kind", () => {
  for (const id of ["harvest", "Harvest", " HARVEST "])
    assert.deepEqual(patch({ op: "remove", kind: "concept", id }), [{ op: "remove", kind: "concept", id: "harvest" }]);
  assert.deepEqual(patch({ op: "Delete", id: "Summer" }), [{ op: "remove", kind: "module", id: "summer" }]);
  assert.deepEqual(patch({ op: "rename", id: "the-year", fields: { name: "One year" } }), [
    { op: "change", kind: "stage", id: "the-year", fields: { name: "One year" } },
  ]);
});

test("PR8 what names nothing that is there, or is no operation, is told to the model; the rest is read", () => {
  const kept = { op: "remove", kind: "concept", id: "harvest" };
  for (const [edit, says] of [
    [{ op: "explode", id: "harvest" }, /“explode” .* is no operation/],
    [{ op: "remove", kind: "concept", id: "no-such" }, /^There is no concept “no-such”\.$/],
    [{ op: "remove", kind: "colour", id: "harvest" }, /“colour” is no kind/],
    [{ op: "remove" }, /lacks its “id”/],
    [{ op: "add", kind: "concept", into: "summer", fields: {} }, /lacks its name/],
    [{ op: "add", kind: "colour", into: "summer", fields: { name: "Red" } }, /“colour” is no kind/],
    [{ op: "add", kind: "concept", fields: { name: "Swarms" } }, /“Swarms” lacks “into”/],
    [{ op: "add", kind: "concept", into: "no-such", fields: { name: "Swarms" } }, /no module “no-such”\.$/],
    [
      { op: "add", kind: "concept", into: "summer", fields: { name: "Swarms", prerequisites: ["Flight"] } },
      /“Swarms” needs “Flight”/,
    ],
    [{ op: "change", kind: "concept", id: "harvest" }, /lacks its fields/],
    [{ op: "change", kind: "stage", id: "harvest", fields: { name: "x" } }, /no stage “harvest”/],
    [{ op: "move", kind: "concept", id: "no-such", into: "winter" }, /no concept “no-such”/],
    [{ op: "move", kind: "concept", id: "harvest", into: "no-such" }, /no module “no-such”/],
    [{ op: "move", kind: "concept", id: "harvest", after: "no-such" }, /no concept “no-such”/],
    [{ op: "merge", ids: ["harvest"], into: "harvest" }, /Nothing but “harvest” itself/],
    [{ op: "merge", ids: [], into: "harvest" }, /Nothing but “harvest” itself/],
    [{ op: "merge", ids: ["harvest", "no-such"], into: "castes" }, /no concept “no-such”/],
    [{ op: "split", id: "harvest", parts: [{ name: "Only one" }] }, /lacks its parts/],
  ] as const) {
    const { patch: made, problems } = read(edit as Edits[number], kept);
    assert.deepEqual(made, [kept], JSON.stringify(edit));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? "", says);
  }
});

test("PR8 a model that named something in vain is told what there is of its kind", () => {
  const { hints } = read({ op: "add", kind: "concept", into: "no-such", fields: { name: "Swarms" } }, { op: "remove", id: "x" });
  assert.equal(hints.length, 2);
  assert.match(hints[0] ?? "", /^Ids of kind module: the-colony, the-hive, summer, winter\.$/);
});

test("PR8 what one edit adds another may name, in whatever order: modules, concepts, prerequisites", () => {
  const edits: Edits = [
    { op: "add", kind: "concept", into: "Market", fields: { name: "Pricing", prerequisites: ["Labels", "Woodwork"] } },
    { op: "add", kind: "concept", into: "market", fields: { name: "Labels" } },
    { op: "add", kind: "module", into: "Sell it", fields: { name: "Market" } },
    { op: "add", kind: "stage", fields: { name: "Sell it" } },
    { op: "add", kind: "concept", into: "Market", after: "Labels", fields: { name: "Jars" } },
  ];
  assert.deepEqual(names(edits, "market"), ["Labels", "Pricing", "Jars"], "in study order");
  const { roadmap } = applyPatch(ROADMAP, patch(...edits), { starts_on: "2026-11-23", known: [] });
  const concepts = roadmap.stages.flatMap((s) => s.modules.flatMap((m) => m.concepts));
  assert.deepEqual(concepts.find(({ name }) => name === "Pricing")?.prerequisites, [{ concept_id: "labels", kind: "hard" }]);
  assert.equal(roadmap.stages.at(-1)?.name, "Sell it");
});

test("PR5 PR8 a new node gets an id of its own where its name is taken, and the ids of two are not the same", () => {
  const [first, second] = patch(
    { op: "add", kind: "module", into: "the-year", fields: { name: "Summer" } },
    { op: "add", kind: "module", into: "the-year", fields: { name: "summer" } },
  );
  assert.partialDeepStrictEqual(first, { node: { module_id: "summer-2" } });
  assert.partialDeepStrictEqual(second, { node: { module_id: "summer-3" } });
});

test("PR8 places are those that the edits before have left; a sibling alone tells the parent", () => {
  assert.deepEqual(
    names(
      [
        { op: "add", kind: "concept", after: "inspection", fields: { name: "Swarms" } },
        { op: "add", kind: "concept", after: "Swarms", fields: { name: "Supers" } },
      ],
      "summer",
    ),
    ["Inspection", "Swarms", "Supers", "Harvest"],
  );
  assert.deepEqual(patch({ op: "move", kind: "concept", id: "castes", after: "brood-cycle" }), [
    { op: "move", kind: "concept", id: "castes", into: "the-colony", at: 1 },
  ]);
  assert.deepEqual(patch({ op: "move", id: "wintering", after: "harvest" }), [
    { op: "move", kind: "concept", id: "wintering", into: "summer", at: 2 },
  ]);
  assert.deepEqual(patch({ op: "remove", id: "inspection" }, { op: "move", id: "wintering", after: "harvest" })[1], {
    op: "move",
    kind: "concept",
    id: "wintering",
    into: "summer",
    at: 1,
  });
});

test("PR8 the parts of a split may need each other by name; a new title is a change of the roadmap", () => {
  const [split] = patch({
    op: "split",
    id: "harvest",
    parts: [{ name: "Uncapping" }, { name: "Straining" }, { name: "Bottling", prerequisites: ["Uncapping"] }],
  });
  assert.partialDeepStrictEqual(split, {
    parts: [{ concept_id: "harvest" }, { concept_id: "straining" }, { prerequisites: [{ concept_id: "harvest", kind: "hard" }] }],
  });
  assert.deepEqual(patch({ op: "rename", kind: "roadmap", fields: { name: "Bees" } }), [
    { op: "change", kind: "roadmap", fields: { title: "Bees" } },
  ]);
});

test("PR8 a new concept gets its place, edges by id or name, and hours around the likely ones", () => {
  const [operation] = patch({
    op: "add",
    kind: "concept",
    into: "Summer",
    after: "Inspection",
    fields: { name: "Swarms", hours: 2, prerequisites: ["inspection", "Woodwork"], helpful: ["Castes", "No such"] },
  });
  assert.partialDeepStrictEqual(operation, {
    op: "add",
    kind: "concept",
    into: "summer",
    at: 1,
    node: {
      name: "Swarms",
      hours: { low: 1.5, likely: 2, high: 3.25 },
      prerequisites: [
        { concept_id: "inspection", kind: "hard" },
        { concept_id: "castes", kind: "soft" },
      ],
    },
  });
});

test("PR5 PR8 a change touches only the fields that were given", () => {
  assert.deepEqual(patch({ op: "change", kind: "concept", id: "harvest", fields: { hours: 3 } }), [
    { op: "change", kind: "concept", id: "harvest", fields: { hours: { low: 2, likely: 3, high: 4.75 } } },
  ]);
  assert.deepEqual(patch({ op: "update", id: "harvest", fields: { difficulty: "Hard", prerequisites: [] } }), [
    { op: "change", kind: "concept", id: "harvest", fields: { difficulty: "hard", prerequisites: [] } },
  ]);
});

test("PR8 move, merge and split", () => {
  assert.deepEqual(patch({ op: "move", id: "wintering", into: "Summer", after: "harvest" }), [
    { op: "move", kind: "concept", id: "wintering", into: "summer", at: 2 },
  ]);
  assert.deepEqual(patch({ op: "move", kind: "module", id: "winter", into: "before-the-bees" }), [
    { op: "move", kind: "module", id: "winter", into: "before-the-bees" },
  ]);
  assert.deepEqual(patch({ op: "merge", ids: ["castes", "brood-cycle", "castes"], fields: { name: "The colony" } }), [
    { op: "merge", ids: ["brood-cycle"], into: "castes", fields: { name: "The colony" } },
  ]);
  const [split] = patch({ op: "split", id: "harvest", parts: [{ name: "Uncapping" }, { name: "Straining" }] });
  assert.partialDeepStrictEqual(split, { op: "split", id: "harvest", parts: [{ name: "Uncapping" }, { name: "Straining" }] });
});

test("PR5 PR8 applied by code, edits leave every concept they do not name as it was", () => {
  const edits = patch(
    { op: "add", kind: "concept", into: "winter", fields: { name: "Winter feed", prerequisites: ["Wintering"] } },
    { op: "change", id: "harvest", fields: { name: "Honey harvest" } },
  );
  const { roadmap, findings } = applyPatch(ROADMAP, edits, { starts_on: "2026-11-23", known: [] });
  assert.deepEqual(findings, []);
  const byId = (from: typeof ROADMAP) =>
    new Map(from.stages.flatMap((s) => s.modules.flatMap((m) => m.concepts.map((c) => [c.concept_id, c.name]))));
  const [before, after] = [byId(ROADMAP), byId(roadmap)];
  for (const [id, name] of before) assert.equal(after.get(id), id === "harvest" ? "Honey harvest" : name);
  assert.equal(after.size, before.size + 1);
});
