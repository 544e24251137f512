import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyOperation } from "./apply-operation.ts";
import { concept, soundDraft } from "./draft.fixture.ts";
import { copyDraft, type Draft } from "./draft.ts";
import { longestIncreasing, stayingIn } from "./longest-run.ts";
import { editSeed, operationFor } from "./patch.arbitrary.ts";
import { patchBetween } from "./patch-between.ts";
import { repairDraft } from "./repair.ts";

/** A sound draft some random edits away from the fixture. */
const editedDraft = fc.array(editSeed, { maxLength: 12 }).map((seeds) => {
  const draft = soundDraft();
  for (const seed of seeds) applyOperation(draft, operationFor(draft, seed));
  return repairDraft(draft).draft;
});

const numbered = (draft: Draft): Draft => ({ ...draft, stages: draft.stages.map((stage, at) => ({ ...stage, order: at + 1 })) });

test("PR8 the patch between any two structures leads from one to the other, and none is needed between equals", () => {
  fc.assert(
    fc.property(editedDraft, editedDraft, (from, to) => {
      const work = copyDraft(from);
      for (const operation of patchBetween(from, to)) assert.ok(applyOperation(work, operation), JSON.stringify(operation));
      assert.deepEqual(numbered(work), to);
      assert.deepEqual(patchBetween(to, copyDraft(to)), []);
    }),
    { numRuns: 200 },
  );
});

test("PR8 one concept moved is one operation, and so is one field changed", () => {
  const to = soundDraft();
  const concepts = to.stages[1]?.modules[0]?.concepts ?? [];
  concepts.push(...concepts.splice(0, 1));
  assert.deepEqual(patchBetween(soundDraft(), to), [{ op: "move", kind: "concept", id: "f", into: "m3", at: 0 }]);
  const renamed = soundDraft();
  renamed.stages[0]?.modules[0]?.concepts.splice(0, 1, { ...concept("a"), name: "New" });
  assert.deepEqual(patchBetween(soundDraft(), renamed), [{ op: "change", kind: "concept", id: "a", fields: { name: "New" } }]);
});

test("PR8 one concept removed comes back in one operation, with its content", () => {
  const without = soundDraft();
  without.stages[1]?.modules[0]?.concepts.pop();
  without.outcomes = soundDraft().outcomes;
  assert.deepEqual(patchBetween(without, soundDraft()), [
    { op: "add", kind: "concept", into: "m3", node: concept("f", { requires: ["e"], hours: 1.5 }), at: 1 },
  ]);
});

test("PR8 the longest run that keeps its order stays", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (numbers) => {
      const run = longestIncreasing(numbers);
      const kept = numbers.filter((number) => run.has(number));
      assert.deepEqual(
        kept,
        [...kept].sort((a, b) => a - b),
      );
      const longest = (from: number, least: number): number =>
        numbers
          .slice(from)
          .reduce((best, number, at) => (number > least ? Math.max(best, 1 + longest(from + at + 1, number)) : best), 0);
      assert.equal(run.size, longest(0, -1));
    }),
  );
  assert.deepEqual([...stayingIn(["a", "b", "c", "x"], ["c", "a", "b", "new"])], ["a", "b"]);
});
