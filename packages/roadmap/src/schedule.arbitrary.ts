import fc from "fast-check";
import { addDays } from "./day.ts";
import type { Draft } from "./draft.ts";
import { STARTS_ON, concept, draftWith, moduleOf, stageOf } from "./draft.fixture.ts";
import type { ScheduleConcept, ScheduleInput } from "./schedule.ts";

/** Concepts in study order: each needs some of the last few before it. */
export const studyList: fc.Arbitrary<ScheduleConcept[]> = fc
  .array(
    fc.record({
      quarters: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 4, max: 80 })),
      back: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
      optional: fc.boolean(),
      value: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) =>
    parts.map(({ quarters, back, optional, value }, at) => ({
      concept_id: `c${at}`,
      hours: { low: quarters / 8, likely: quarters / 4, high: quarters / 2 },
      requires: back.filter((steps) => steps <= at).map((steps) => `c${at - steps}`),
      optional,
      value,
    })),
  );

/** Hours a week as people give them: whole ones, quarters, and odd decimals. */
export const weeklyHours = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 168 }),
  fc.integer({ min: 4, max: 80 }).map((quarters) => quarters / 4),
  fc.integer({ min: 100, max: 1200 }).map((hundredths) => hundredths / 100),
);

/** No deadline, or one up to two years after the start, the day before it included. */
export const deadline = fc.option(
  fc.integer({ min: -1, max: 730 }).map((days) => addDays(STARTS_ON, days)),
  { nil: undefined, freq: 4 },
);

export const scheduleInput: fc.Arbitrary<ScheduleInput> = fc.record({
  concepts: studyList,
  hours_per_week: weeklyHours,
  starts_on: fc.constant(STARTS_ON),
  deadline,
});

/** The same concepts as a draft, so that the linter can judge the plan. */
export const draftFor = (concepts: readonly ScheduleConcept[]): Draft =>
  draftWith(
    [
      stageOf(1, [
        moduleOf(
          "m1",
          concepts.map(({ concept_id, hours, requires }) => ({ ...concept(concept_id, { requires: [...requires] }), hours })),
        ),
      ]),
    ],
    concepts.map((each) => each.concept_id),
  );
