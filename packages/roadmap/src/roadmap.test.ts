import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Roadmap } from "@wayfinder/protocol";
import { messyDraft } from "./draft.arbitrary.ts";
import { STARTS_ON, roadmapOf, soundDraft } from "./draft.fixture.ts";
import { conceptsOf, draftOf } from "./draft.ts";
import { lintRoadmap } from "./lint-roadmap.ts";
import { repairDraft } from "./repair.ts";
import { deadline, weeklyHours } from "./schedule.arbitrary.ts";

/** Which of the concepts are known and which may be cut, by place. */
const marks = fc.array(fc.constantFrom("known", "optional", "core", "core"), { minLength: 1, maxLength: 12 });

test("PR1 PR2 PR3 PR4 any draft, repaired and planned, is a roadmap of the protocol that passes the linter", () => {
  fc.assert(
    fc.property(messyDraft, weeklyHours, deadline, marks, (messy, hours_per_week, until, mark) => {
      const { draft } = repairDraft(messy);
      const ids = conceptsOf(draft).map((each) => each.concept_id);
      fc.pre(ids.length >= 2);
      const marked = (kind: string) => ids.filter((_, at) => mark[at % mark.length] === kind);
      const context = { starts_on: STARTS_ON, deadline: until, known: marked("known") };
      const optional = new Map(marked("optional").map((id, at) => [id, 1 + (at % 5)]));
      const roadmap = roadmapOf(draft, { ...context, hours_per_week, optional });
      assert.deepEqual(lintRoadmap(roadmap, context), []);
      assert.deepEqual(Roadmap.parse(roadmap), JSON.parse(JSON.stringify(roadmap)));
      const planned = new Set(roadmap.plan.weeks.flatMap((week) => week.items.map((item) => item.concept_id)));
      for (const id of context.known) assert.ok(!planned.has(id), `${id} is known and planned`);
    }),
    { numRuns: 300 },
  );
});

test("PR6 the keys of a roadmap stand in one order, whatever order its parts had", () => {
  const draft = soundDraft();
  const shuffled = Object.fromEntries(Object.entries(draft).reverse()) as typeof draft;
  assert.equal(JSON.stringify(roadmapOf(shuffled)), JSON.stringify(roadmapOf(draft)));
  assert.deepEqual(draftOf(roadmapOf(draft)), draft);
});
