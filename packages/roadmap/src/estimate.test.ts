import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { STARTS_ON } from "./draft.fixture.ts";
import { estimateWeeks } from "./estimate.ts";
import { scheduleInput } from "./schedule.arbitrary.ts";
import { schedulePlan } from "./schedule.ts";

test("PR4 low, likely and high are in order, and likely is what the plan says", () => {
  fc.assert(
    fc.property(scheduleInput, (input) => {
      const { low, likely, high } = estimateWeeks(input);
      for (const [less, more] of [
        [low, likely],
        [likely, high],
      ] as const) {
        assert.ok(less.weeks <= more.weeks);
        assert.ok(less.hours <= more.hours);
        assert.ok(less.finishes_on <= more.finishes_on);
      }
      const kept = new Set(schedulePlan(input).cut);
      const plan = schedulePlan({
        ...input,
        concepts: input.concepts.filter((each) => !kept.has(each.concept_id)),
        deadline: undefined,
      });
      assert.deepEqual(likely, { weeks: plan.weeks.length, hours: plan.total_hours, finishes_on: plan.finishes_on });
    }),
    { numRuns: 150 },
  );
});

test("PR4 an estimate by hand", () => {
  const concepts = [{ concept_id: "a", hours: { low: 2, likely: 4, high: 8 }, requires: [], optional: false, value: 3 }];
  assert.deepEqual(estimateWeeks({ concepts, hours_per_week: 4, starts_on: STARTS_ON }), {
    low: { weeks: 1, hours: 2, finishes_on: "2026-01-08" },
    likely: { weeks: 1, hours: 4, finishes_on: "2026-01-11" },
    high: { weeks: 2, hours: 8, finishes_on: "2026-01-18" },
  });
});

test("PR4 nothing to learn takes no time", () => {
  const none = { weeks: 0, hours: 0, finishes_on: STARTS_ON };
  assert.deepEqual(estimateWeeks({ concepts: [], hours_per_week: 4, starts_on: STARTS_ON }), {
    low: none,
    likely: none,
    high: none,
  });
});

test("PR4 where longer concepts push reviews out of a week, more work still looks no shorter", () => {
  const sizes = (low: number[], likely: number[], hours_per_week: number) => {
    const concepts = low.map((quarters, at) => ({
      concept_id: `c${at}`,
      hours: { low: quarters / 4, likely: (likely[at] ?? 0) / 4, high: 20 },
      requires: [],
      optional: false,
      value: 3,
    }));
    return estimateWeeks({ concepts, hours_per_week, starts_on: STARTS_ON });
  };
  const byHours = sizes([23, 5, 19, 30, 16, 10, 9, 11], [23, 5, 20, 30, 16, 10, 9, 11], 5);
  assert.deepEqual([byHours.low.hours, byHours.likely.hours], [33.5, 33.5]);
  const byDay = sizes([24, 20, 20, 21, 16, 19], [24, 21, 20, 21, 16, 19], 5.5);
  assert.deepEqual([byDay.low.finishes_on, byDay.likely.finishes_on], ["2026-02-14", "2026-02-14"]);
});
