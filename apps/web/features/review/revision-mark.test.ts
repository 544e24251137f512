import assert from "node:assert/strict";
import { test } from "node:test";
import { snapshotOf, stage } from "#web/features/live/snapshot.fixture.ts";
import type { OutlineStage, Revision } from "@wayfinder/protocol/fold";
import { revisionMarks } from "./revision-mark.ts";

const { stages: before } = snapshotOf(...stage(1, "a", "b"), ...stage(2, "c", "d"));

/** The marks of what the change leaves behind. */
function marksOf(change: (stages: OutlineStage[]) => void): [string, string][] {
  const after = structuredClone(before) as OutlineStage[];
  change(after);
  const revision: Revision = { round: 1, before, after, changes: [], summaries: [] };
  return [...revisionMarks(revision)];
}
const conceptsIn = (stages: OutlineStage[], nth: number) => stages[nth]!.modules[0]!.concepts;

test("WEB73 rows are marked by what a wish did to them: new, in another module, or otherwise changed", () => {
  const marks = marksOf((stages) => {
    const [first, second] = [conceptsIn(stages, 0), conceptsIn(stages, 1)];
    first[0] = { ...first[0]!, name: "Another name" };
    first[1] = { ...first[1]!, hours: { low: 1, likely: 9, high: 9 } };
    first.push(second.pop()!, { ...second[0]!, concept_id: "e" });
  });
  assert.deepEqual(marks, [
    ["a", "changed"],
    ["b", "changed"],
    ["d", "moved"],
    ["e", "new"],
  ]);
});

test("WEB73 what made way or only leads elsewhere is not marked, nor is anything while the wish is being met", () => {
  const calm = marksOf((stages) => {
    conceptsIn(stages, 0).reverse();
    conceptsIn(stages, 1)[0] = { ...conceptsIn(stages, 1)[0]!, prerequisites: [{ concept_id: "a", kind: "hard" }] as never };
  });
  assert.deepEqual(calm, []);
  assert.equal(revisionMarks(undefined).size, 0);
  assert.equal(revisionMarks({ round: 1, before: [], changes: [], summaries: [] }).size, 0);
});
