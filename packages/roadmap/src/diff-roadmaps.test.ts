import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Language, Roadmap } from "@wayfinder/protocol";
import { applyPatch } from "./apply-patch.ts";
import { diffRoadmaps } from "./diff-roadmaps.ts";
import { STARTS_ON, concept, roadmapOf, soundDraft } from "./draft.fixture.ts";
import { draftOf } from "./draft.ts";
import { editSeed, operationFor } from "./patch.arbitrary.ts";
import type { Patch } from "./patch.ts";

const CONTEXT = { starts_on: STARTS_ON, known: [] };
const after = (before: Roadmap, patch: Patch): Roadmap => applyPatch(before, patch, CONTEXT).roadmap;

/** What the diff tells of a patch of the sound draft, but for the plan. */
function told(patch: Patch, language: Language = "en"): string[] {
  const before = roadmapOf(soundDraft(language));
  return diffRoadmaps(before, after(before, patch))
    .filter((difference) => difference.target !== "plan")
    .map((difference) => difference.message);
}

test("PR8 a roadmap does not differ from itself, and every edit that changes it is told", () => {
  fc.assert(
    fc.property(fc.array(editSeed, { minLength: 1, maxLength: 8 }), (seeds) => {
      let roadmap = roadmapOf(soundDraft());
      for (const seed of seeds) {
        const next = after(roadmap, [operationFor(draftOf(roadmap), seed)]);
        const differences = diffRoadmaps(roadmap, next);
        const bytes = (each: Roadmap) => JSON.stringify({ ...each, version: 0 });
        assert.equal(differences.length > 0, bytes(next) !== bytes(roadmap), JSON.stringify(seed));
        assert.deepEqual(diffRoadmaps(next, structuredClone(next)), []);
        roadmap = next;
      }
    }),
    { numRuns: 100 },
  );
});

test("PR8 the diff names what was added, removed, changed and moved", () => {
  const { concept_id: _id, content: _content, ...fresh } = concept("g", { requires: ["f"] });
  assert.deepEqual(told([{ op: "add", kind: "concept", into: "m3", node: fresh }]), ["Added concept “Name g” to “Module m3”."]);
  assert.deepEqual(told([{ op: "remove", kind: "module", id: "m2" }]), [
    "Removed module “Module m2”.",
    "Removed concept “Name c”.",
    "Removed concept “Name d”.",
    "Changed concept “Name e”: it now needs “Name b”; it no longer needs “Name d”.",
  ]);
  assert.deepEqual(
    told([{ op: "change", kind: "concept", id: "c", fields: { name: "New", description: "Else", difficulty: "hard" } }]),
    ["Changed concept “Name c”: it is now called “New”; it has a new description; it is now hard, was medium."],
  );
  assert.deepEqual(told([{ op: "move", kind: "concept", id: "d", into: "m3", at: 0 }]), [
    "Moved concept “Name d” from “Module m2” to “Module m3”.",
  ]);
  assert.deepEqual(told([{ op: "move", kind: "module", id: "m2", into: "s2", at: 0 }]), [
    "Moved module “Module m2” from “Stage 1” to “Stage 2”.",
  ]);
  assert.deepEqual(told([{ op: "change", kind: "roadmap", fields: { title: "T", goal: "G" } }]), [
    "The title is now “T”.",
    "The goal is now “G”.",
  ]);
});

test("PR8 another length is told in words, the range only where it changed alone", () => {
  const hours = (low: number, likely: number, high: number) =>
    told([{ op: "change", kind: "concept", id: "b", fields: { hours: { low, likely, high } } }]);
  assert.deepEqual(hours(1.5, 2.25, 3.5), ["Changed concept “Name b”: about 2 h 15 min, was 3 h."]);
  assert.deepEqual(hours(2.25, 3, 6), ["Changed concept “Name b”: it takes 2 h 15 min to 6 h, was 1 h 30 min to 6 h."]);
});

test("PR8 prerequisites and outcomes are told by what came and went", () => {
  const prerequisites = [{ concept_id: "a", kind: "soft" }] as const;
  assert.deepEqual(told([{ op: "change", kind: "concept", id: "b", fields: { prerequisites: [...prerequisites] } }]), [
    "Changed concept “Name b”: “Name a” helps before it.",
  ]);
  const outcomes = [{ id: "o", text: "Do it all", concept_ids: ["f", "a"] }];
  const before = roadmapOf(soundDraft());
  const changed = after(before, [
    {
      op: "change",
      kind: "roadmap",
      fields: { outcomes: outcomes.map((each) => ({ ...each, id: before.outcomes[0]?.id ?? "" })) },
    },
  ]);
  assert.deepEqual(
    diffRoadmaps(before, changed).map(({ message }) => message),
    ["Changed outcome “Do it”: it now reads “Do it all”; “Name a” now leads there."],
  );
});

test("PR8 of a new order only what moved is told, not what made way", () => {
  const before = roadmapOf(soundDraft());
  const next = structuredClone(before);
  const concepts = next.stages[0]?.modules[0]?.concepts ?? [];
  concepts.push(concept("x"), concept("y"));
  const reordered = structuredClone(next);
  reordered.stages[0]?.modules[0]?.concepts.unshift(...(reordered.stages[0]?.modules[0]?.concepts.splice(3) ?? []));
  assert.deepEqual(
    diffRoadmaps(next, reordered).map((difference) => difference.message),
    ["Moved concept “Name y” within “Module m1”."],
  );
});

test("PR8 the diff speaks Chinese where the roadmap does", () => {
  assert.deepEqual(told([{ op: "remove", kind: "concept", id: "f" }], "zh"), ["删去了概念“Name f”。"]);
  const fields = { name: "新名", hours: { low: 1, likely: 2.25, high: 4 }, difficulty: "hard" } as const;
  assert.deepEqual(told([{ op: "change", kind: "concept", id: "c", fields }], "zh"), [
    "修改了概念“Name c”：改名为“新名”；约 2 小时 15 分，原为 2 小时；难度改为较难，原为中等。",
  ]);
});

test("PR8 the diff tells of the plan: hours, end, verdict, cuts", () => {
  const optional = new Map([["f", 1]]);
  const open = roadmapOf(soundDraft());
  const tight = roadmapOf(soundDraft(), { deadline: "2026-01-24", optional });
  assert.deepEqual(
    diffRoadmaps(open, tight).map((difference) => difference.message),
    [
      "With reviews the plan takes 17 h instead of 18 h.",
      "It ends on 24 Jan instead of 25 Jan.",
      "It now just fits the deadline.",
      "Left out of the weeks: “Name f”.",
    ],
  );
  const slow = roadmapOf(soundDraft(), { hours_per_week: 3 });
  assert.deepEqual(
    diffRoadmaps(tight, slow).map((difference) => difference.message),
    [
      "It takes 3 h a week instead of 6 h.",
      "With reviews the plan takes 19 h in 7 weeks instead of 17 h in 3 weeks.",
      "It ends on 17 Feb instead of 24 Jan.",
      "It now fits the deadline.",
      "Back in the weeks: “Name f”.",
    ],
  );
});
