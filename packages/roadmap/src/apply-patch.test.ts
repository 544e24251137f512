import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Concept, Language, Roadmap } from "@wayfinder/protocol";
import { applyPatch, type PatchContext, type Patched } from "./apply-patch.ts";
import { STARTS_ON, concept, draftWith, moduleOf, roadmapOf, soundDraft, stageOf } from "./draft.fixture.ts";
import { conceptsOf, draftOf, hardOf, modulesOf } from "./draft.ts";
import { lintRoadmap } from "./lint-roadmap.ts";
import { editSeed, operationFor, type EditSeed } from "./patch.arbitrary.ts";
import type { NewConcept, Patch } from "./patch.ts";

const CONTEXT: PatchContext = { starts_on: STARTS_ON, known: [] };
const outline = (roadmap: Roadmap): string[] =>
  modulesOf(roadmap).map((module) => `${module.module_id}: ${module.concepts.map((each) => each.concept_id).join(" ")}`);
const at = (roadmap: Roadmap, id: string): Concept | undefined => conceptsOf(roadmap).find((each) => each.concept_id === id);
const apply = (patch: Patch, roadmap = roadmapOf(soundDraft())) => applyPatch(roadmap, patch, CONTEXT);

function fresh(name: string, requires: string[] = []): NewConcept {
  const { concept_id: _id, content: _content, ...fields } = concept(name, { requires });
  return fields;
}

/** The concepts that a patch takes away: named, or below a module or stage that is; what is moved may have been moved there before. */
function takenBy(roadmap: Roadmap, patch: Patch): Set<string> {
  const isAway = patch.some((each) => each.op === "remove" && each.kind !== "concept");
  const gone = new Set<string>();
  for (const each of patch) {
    if (each.op === "merge") for (const id of each.ids) gone.add(id);
    if (each.op === "remove" || (each.op === "move" && isAway)) gone.add(each.id);
  }
  for (const stage of roadmap.stages)
    for (const module of stage.modules)
      if (gone.has(stage.stage_id) || gone.has(module.module_id)) for (const each of module.concepts) gone.add(each.concept_id);
  return gone;
}

/** Applies random edits, some to a patch, one patch after the other, and shows each patch that was not refused. */
function walk(
  seeds: readonly (readonly EditSeed[])[],
  onPatch: (edit: { before: Roadmap; patch: Patch; patched: Patched }) => void,
): number {
  let roadmap = roadmapOf(soundDraft());
  let refused = 0;
  for (const some of seeds) {
    const patch = some.map((seed) => operationFor(draftOf(roadmap), seed));
    const bytes = JSON.stringify(roadmap);
    const patched = applyPatch(roadmap, patch, CONTEXT);
    assert.equal(JSON.stringify(roadmap), bytes, "the old roadmap was touched");
    if (patched.findings.length === 0) onPatch({ before: roadmap, patch, patched });
    else assert.equal(patched.roadmap, roadmap);
    refused += Math.sign(patched.findings.length);
    roadmap = patched.roadmap;
  }
  return refused;
}

/** A concept without its prerequisites: what an edit of its neighbours must leave as it is. */
function ownBytes({ prerequisites: _prerequisites, ...own }: Concept): string {
  return JSON.stringify(own);
}

test("PR5 ten thousand random edits: no concept is lost unasked, untouched ones keep their id, texts, hours and content", () => {
  const [RUNS, PATCHES, EDITS] = [500, 10, 2];
  const patches = fc.array(fc.array(editSeed, { minLength: EDITS, maxLength: EDITS }), {
    minLength: PATCHES,
    maxLength: PATCHES,
  });
  let refused = 0;
  fc.assert(
    fc.property(patches, (seeds) => {
      let last: Roadmap | undefined;
      refused += walk(seeds, ({ before, patch, patched }) => {
        const { roadmap, repairs } = patched;
        last = roadmap;
        const text = JSON.stringify([patch, repairs.map((repair) => repair.ids)]);
        const gone = takenBy(before, patch);
        const now = new Map(conceptsOf(roadmap).map((each) => [each.concept_id, each]));
        for (const old of conceptsOf(before).filter((each) => !gone.has(each.concept_id))) {
          const still = now.get(old.concept_id);
          assert.ok(still, `${old.concept_id} is lost by ${text}`);
          if (!text.includes(`"${old.concept_id}"`)) assert.equal(ownBytes(still), ownBytes(old));
        }
      });
      if (last) assert.deepEqual(lintRoadmap(last, CONTEXT), []);
    }),
    { numRuns: RUNS },
  );
  assert.equal(RUNS * PATCHES * EDITS, 10_000);
  assert.ok(refused < 1_000, `${refused} of 5000 patches were refused`);
});

test("PR8 every edit can be undone: structure, content and plan are as they were", () => {
  fc.assert(
    fc.property(fc.array(fc.array(editSeed, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 20 }), (seeds) => {
      walk(seeds, ({ before, patched }) => {
        const undone = applyPatch(patched.roadmap, patched.inverse, CONTEXT);
        assert.deepEqual([undone.repairs, undone.findings], [[], []]);
        assert.deepEqual({ ...undone.roadmap, version: before.version }, before);
      });
    }),
    { numRuns: 60 },
  );
});

test("PR8 add: an id out of the name, content to be written, a place in the order, a new plan", () => {
  const { roadmap, inverse, repairs } = apply([{ op: "add", kind: "concept", into: "m2", node: fresh("Größe!", ["b"]), at: 0 }]);
  assert.deepEqual(outline(roadmap), ["m1: a b", "m2: name-gro-e c d", "m3: e f"]);
  assert.deepEqual(at(roadmap, "name-gro-e")?.content.quiz, { status: "pending" });
  assert.equal(roadmap.version, 2);
  assert.ok(roadmap.plan.weeks.some((week) => week.items.some((item) => item.concept_id === "name-gro-e")));
  assert.deepEqual(
    repairs.map((repair) => repair.action),
    ["outcome_attached"],
  );
  assert.deepEqual(inverse, [{ op: "remove", kind: "concept", id: "name-gro-e" }]);
});

test("PR8 remove: what needed the concept needs its prerequisites, and undo brings it back with its content", () => {
  const before = roadmapOf(soundDraft());
  const { roadmap, inverse } = apply([{ op: "remove", kind: "concept", id: "d" }], before);
  assert.deepEqual(at(roadmap, "e")?.prerequisites, [
    { concept_id: "b", kind: "hard" },
    { concept_id: "c", kind: "hard" },
  ]);
  assert.deepEqual({ ...apply(inverse, roadmap).roadmap, version: 1 }, before);
});

test("PR8 remove a module or a stage: what led to the outcome still does", () => {
  assert.deepEqual(outline(apply([{ op: "remove", kind: "module", id: "m2" }]).roadmap), ["m1: a b", "m3: e f"]);
  const { roadmap } = apply([{ op: "remove", kind: "stage", id: "s2" }]);
  assert.deepEqual(outline(roadmap), ["m1: a b", "m2: c d"]);
  assert.deepEqual(roadmap.outcomes[0]?.concept_ids, ["d"]);
});

test("PR8 change: only the fields that are named, never the id", () => {
  const fields = { name: "New", hours: { low: 1, likely: 2, high: 3 }, concept_id: "evil" };
  const { roadmap } = apply([{ op: "change", kind: "concept", id: "c", fields }]);
  assert.deepEqual(at(roadmap, "c"), {
    ...concept("c", { requires: ["a"], wishes: ["b"] }),
    name: "New",
    hours: { low: 1, likely: 2, high: 3 },
  });
  assert.equal(apply([{ op: "change", kind: "stage", id: "s1", fields: { name: "Basics" } }]).roadmap.stages[0]?.name, "Basics");
});

test("PR8 move: to another module, to another place; against the order it is moved back and told", () => {
  assert.deepEqual(outline(apply([{ op: "move", kind: "concept", id: "d", into: "m3", at: 0 }]).roadmap), [
    "m1: a b",
    "m2: c",
    "m3: d e f",
  ]);
  assert.deepEqual(outline(apply([{ op: "move", kind: "module", id: "m2", into: "s2", at: 0 }]).roadmap), [
    "m1: a b",
    "m2: c d",
    "m3: e f",
  ]);
  const { roadmap, repairs } = apply([{ op: "move", kind: "concept", id: "f", into: "m1", at: 0 }]);
  assert.deepEqual(outline(roadmap), ["m1: a b", "m2: c d", "m3: e f"]);
  assert.deepEqual(
    repairs.map((repair) => [repair.action, ...repair.ids]),
    [["moved", "f"]],
  );
});

test("PR8 merge: edges, outcomes and hours go over to the concept that stays", () => {
  const { roadmap } = apply([{ op: "merge", ids: ["b", "c"], into: "d", fields: { name: "All" } }]);
  assert.deepEqual(outline(roadmap), ["m1: a", "m2: d", "m3: e f"]);
  assert.deepEqual(
    [at(roadmap, "d")?.name, at(roadmap, "d")?.hours.likely, hardOf(at(roadmap, "d") as Concept)],
    ["All", 9, ["a"]],
  );
});

test("PR8 split: the first part keeps the id, the parts follow each other, dependents need the last", () => {
  const { roadmap } = apply([{ op: "split", id: "d", parts: [fresh("d1"), fresh("d2"), fresh("d3")] }]);
  assert.deepEqual(outline(roadmap), ["m1: a b", "m2: c d name-d2 name-d3", "m3: e f"]);
  const needs = ["d", "name-d2", "name-d3", "e"].map((id) => hardOf(at(roadmap, id) as Concept));
  assert.deepEqual(needs, [["b", "c"], ["d"], ["name-d2"], ["name-d3"]]);
});

test("PR8 an edit of something that is not there is ignored and told, the others count", () => {
  const { roadmap, repairs } = apply([
    { op: "remove", kind: "concept", id: "gone" },
    { op: "merge", ids: ["a"], into: "gone" },
    { op: "move", kind: "concept", id: "a", into: "gone" },
    { op: "add", kind: "module", into: "gone", node: { name: "X", description: "X" } },
    { op: "split", id: "a", parts: [fresh("alone")] },
    { op: "change", kind: "module", id: "m1", fields: { name: "Kept" } },
  ]);
  assert.deepEqual(
    repairs.map((repair) => repair.action),
    Array.from({ length: 5 }, () => "operation_ignored"),
  );
  assert.deepEqual([modulesOf(roadmap)[0]?.name, outline(roadmap)[0]], ["Kept", "m1: a b"]);
});

test("PR5 a new namesake is merged into the old concept, wherever it stands", () => {
  const { roadmap, repairs } = apply([
    { op: "add", kind: "concept", into: "m1", node: { ...fresh("x"), name: "name F" }, at: 0 },
  ]);
  assert.deepEqual(outline(roadmap), ["m1: a b", "m2: c d", "m3: e f"]);
  assert.equal(repairs[0]?.action, "duplicate_merged");
});

test("PR5 a patch that would lose a concept it does not name is refused with the reason", () => {
  const before = roadmapOf(soundDraft());
  const { roadmap, findings, inverse } = apply([{ op: "change", kind: "concept", id: "a", fields: { name: "Name b" } }], before);
  assert.deepEqual([roadmap, inverse], [before, []]);
  assert.deepEqual(
    findings.map((finding) => [finding.rule, finding.message, ...finding.ids]),
    [["PR5", "There is already a “Name b”; choose another name.", "b"]],
  );
});

test("PR8 what repair leaves nothing of is refused in words of its own, not told as a deed", () => {
  const refusals = (patch: Patch, language: Language = "en") =>
    apply(patch, roadmapOf(soundDraft(language))).refusals.map(({ message }) => message);
  const second: Patch = [{ op: "add", kind: "concept", into: "m1", node: { ...fresh("x"), name: "Name a" } }];
  assert.deepEqual(refusals(second), ["There is already a “Name a”; choose another name."]);
  assert.deepEqual(refusals(second, "zh"), ["已经有“Name a”了，请换一个名称。"]);
  const forward: Patch = [{ op: "move", kind: "concept", id: "b", into: "m1", at: 0 }];
  assert.deepEqual(refusals(forward), ["“Name b” needs “Name a”, so it cannot come before it."]);
  assert.deepEqual(refusals(forward, "zh"), ["“Name b”以“Name a”为先修，不能排在它前面。"]);
  assert.deepEqual(refusals([{ op: "move", kind: "concept", id: "e", into: "m1" }]), [
    "“Name e” needs “Name d”, so it cannot come before it.",
  ]);
  assert.deepEqual(refusals([{ op: "move", kind: "stage", id: "s2", at: 0 }]), [
    "“Stage 2” needs “Stage 1”, so it cannot come before it.",
  ]);
  assert.deepEqual(refusals([{ op: "remove", kind: "concept", id: "nobody" }]), [
    "What this would change is not in the roadmap.",
  ]);
  const hard = (id: string) => ({ concept_id: id, kind: "hard" }) as const;
  assert.deepEqual(refusals([{ op: "change", kind: "concept", id: "b", fields: { prerequisites: [hard("a"), hard("b")] } }]), [
    "“Name b” cannot need itself.",
  ]);
});

test("PR8 a concept that a patch adds is kept, even alone in a new stage: it is joined to an outcome", () => {
  const { concept_id: _, ...node } = { ...concept("Stray"), prerequisites: [] };
  const module = { name: "Alone", description: "Alone.", concepts: [node] };
  const before = roadmapOf(soundDraft());
  const { roadmap, findings, repairs } = apply(
    [{ op: "add", kind: "stage", node: { name: "New", description: "New.", modules: [module] } }],
    before,
  );
  assert.deepEqual(findings, []);
  assert.equal(roadmap.stages.at(-1)?.modules[0]?.concepts.length, 1);
  assert.deepEqual(
    repairs.map(({ action }) => action),
    ["outcome_attached"],
  );
});

test("PR8 a patch that leaves one concept is refused", () => {
  const two = roadmapOf(draftWith([stageOf(1, [moduleOf("m1", [concept("a"), concept("b")])])], ["a", "b"]));
  const { roadmap, findings } = apply([{ op: "remove", kind: "concept", id: "a" }], two);
  assert.equal(roadmap, two);
  assert.deepEqual(
    findings.map((finding) => finding.rule),
    ["PR2"],
  );
});

test("PR8 the new plan keeps the hours, the deadline, what is known and what may be cut", () => {
  const context = { starts_on: STARTS_ON, deadline: "2026-01-16", known: ["a"], optional: new Map([["f", 1]]) };
  const before = roadmapOf(soundDraft(), context);
  const { roadmap } = applyPatch(
    before,
    [{ op: "change", kind: "concept", id: "e", fields: { hours: { low: 1, likely: 1, high: 1 } } }],
    context,
  );
  assert.deepEqual([before.plan.verdict, before.plan.cut], ["does_not_fit", ["f"]]);
  assert.deepEqual([roadmap.plan.verdict, roadmap.plan.cut, roadmap.plan.hours_per_week], ["tight", ["f"], 6]);
  assert.deepEqual(lintRoadmap(roadmap, context), []);
});

test("PR8 without a word on it what was cut before may be cut again, and nothing else", () => {
  const context = { starts_on: STARTS_ON, deadline: "2026-01-24", known: [] };
  const before = roadmapOf(soundDraft(), { ...context, optional: new Map([["f", 1]]) });
  const { roadmap } = applyPatch(before, [{ op: "change", kind: "stage", id: "s1", fields: { name: "Basics" } }], context);
  assert.deepEqual(roadmap.plan, before.plan);
  assert.deepEqual(before.plan.cut, ["f"]);
});
