import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { messyDraft } from "./draft.arbitrary.ts";
import { concept, draftWith, moduleOf, soundDraft, stageOf } from "./draft.fixture.ts";
import { conceptsOf, type Draft } from "./draft.ts";
import { lintStructure } from "./lint-structure.ts";
import { repairDraft } from "./repair.ts";

const actions = (draft: Draft): string[] => repairDraft(draft).repairs.map((repair) => repair.action);
const edgesOf = (draft: Draft): string[] =>
  conceptsOf(draft).flatMap((each) =>
    each.prerequisites.map((edge) => `${each.concept_id}${edge.kind === "hard" ? "→" : "⇢"}${edge.concept_id}`),
  );

test("PR7 a repaired draft with two concepts or more passes the linter, whatever it was", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      const repaired = repairDraft(draft).draft;
      const findings = lintStructure(repaired);
      if (conceptsOf(repaired).length >= 2) assert.deepEqual(findings, []);
      else assert.ok(findings.some((finding) => finding.rule === "PR2"));
    }),
    { numRuns: 1500 },
  );
});

test("PR7 repair is idempotent, and silent on what is sound", () => {
  fc.assert(
    fc.property(messyDraft, (draft) => {
      const once = repairDraft(draft).draft;
      const twice = repairDraft(once);
      assert.deepEqual(twice.draft, once);
      assert.deepEqual(twice.repairs, []);
    }),
    { numRuns: 700 },
  );
});
