import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPatch } from "@wayfinder/roadmap";
import { sampleRoadmap } from "../testing/sample-data.ts";
import { patchOfEdits } from "./patch-of-edits.ts";

const ROADMAP = sampleRoadmap("en");
const patch = (...edits: Parameters<typeof patchOfEdits>[0]) => patchOfEdits(edits, ROADMAP);

test("PR8 edits name nodes by id or by name, with or without their kind", () => {
  for (const id of ["harvest", "Harvest", " HARVEST "])
    assert.deepEqual(patch({ op: "remove", kind: "concept", id }), [{ op: "remove", kind: "concept", id: "harvest" }]);
  assert.deepEqual(patch({ op: "Delete", id: "Summer" }), [{ op: "remove", kind: "module", id: "summer" }]);
  assert.deepEqual(patch({ op: "rename", id: "the-year", fields: { name: "One year" } }), [
    { op: "change", kind: "stage", id: "the-year", fields: { name: "One year" } },
  ]);
});

test("PR8 what names nothing that is there, or is no operation, is left away; the rest stays", () => {
  const kept = { op: "remove", kind: "concept", id: "harvest" };
  assert.deepEqual(
    patch(
      { op: "explode", id: "harvest" },
      { op: "remove", kind: "concept", id: "no-such" },
      { op: "remove", kind: "colour", id: "harvest" },
      { op: "remove" },
      { op: "add", kind: "concept", into: "summer", fields: {} },
      { op: "add", kind: "concept", into: "no-such", fields: { name: "Swarms" } },
      { op: "change", kind: "concept", id: "harvest" },
      { op: "move", kind: "concept", id: "no-such", into: "winter" },
      { op: "merge", ids: ["harvest"], into: "harvest" },
      { op: "merge", ids: [], into: "harvest" },
      { op: "split", id: "harvest", parts: [{ name: "Only one" }] },
      kept,
    ),
    [kept],
  );
});

test("PR8 a new concept gets its place, edges by id or name, and hours around the likely ones", () => {
  const [operation] = patch({
    op: "add",
    kind: "concept",
    into: "Summer",
    after: "Inspection",
    fields: { name: "Swarms", hours: 2, prerequisites: ["inspection", "No such"], helpful: ["Castes"] },
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
