import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays } from "./day.ts";
import { STARTS_ON } from "./draft.fixture.ts";
import { lintPlan } from "./lint-plan.ts";
import { draftFor, scheduleInput, studyList, weeklyHours } from "./schedule.arbitrary.ts";
import { schedulePlan, type ScheduleConcept } from "./schedule.ts";

const study = (id: string, likely: number, parts: Partial<ScheduleConcept> = {}): ScheduleConcept => ({
  concept_id: id,
  hours: { low: likely, likely, high: likely },
  requires: [],
  optional: false,
  value: 3,
  ...parts,
});

test("PR4 every plan passes the linter: hours 1 to 168, any deadline", () => {
  fc.assert(
    fc.property(scheduleInput, (input) => {
      const plan = schedulePlan(input);
      assert.deepEqual(
        lintPlan(draftFor(input.concepts), plan, { starts_on: STARTS_ON, deadline: input.deadline, known: [] }),
        [],
      );
    }),
    { numRuns: 300 },
  );
});

test("PR4 more hours a week cut a part of what fewer cut, and never a core concept", () => {
  fc.assert(
    fc.property(scheduleInput, weeklyHours, (input, other) => {
      const [less, more] = [input.hours_per_week, other].sort((a, b) => a - b) as [number, number];
      const fewer = new Set(schedulePlan({ ...input, hours_per_week: more }).cut);
      const many = new Set(schedulePlan({ ...input, hours_per_week: less }).cut);
      for (const id of fewer) assert.ok(many.has(id), `${id} is cut at ${more} h but not at ${less} h`);
      const core = new Set(input.concepts.filter((each) => !each.optional).map((each) => each.concept_id));
      for (const id of many) assert.ok(!core.has(id), `${id} is core`);
    }),
    { numRuns: 300 },
  );
});

test("PR4 more quarter hours a week never end later, and never make a verdict worse", () => {
  const ranks = ["fits", "tight", "does_not_fit"];
  fc.assert(
    fc.property(scheduleInput, fc.integer({ min: 4, max: 100 }), fc.integer({ min: 1, max: 3 }), (input, quarters, extra) => {
      const at = (each: number, until: string | undefined) =>
        schedulePlan({ ...input, hours_per_week: each / 4, deadline: until });
      const open = [at(quarters, undefined), at(quarters + extra, undefined)] as const;
      assert.ok((open[1].finishes_on as string) <= (open[0].finishes_on as string));
      const [slow, fast] = [at(quarters, input.deadline), at(quarters + extra, input.deadline)] as const;
      if (slow.verdict !== "does_not_fit") assert.notEqual(fast.verdict, "does_not_fit");
      if ((slow.cut ?? []).length === (fast.cut ?? []).length)
        assert.ok(ranks.indexOf(fast.verdict) <= ranks.indexOf(slow.verdict));
    }),
    { numRuns: 300 },
  );
});

test("PR4 a deadline on the day the plan ends cuts nothing; one a day earlier cuts or does not fit", () => {
  fc.assert(
    fc.property(studyList, fc.integer({ min: 4, max: 200 }), (concepts, quarters) => {
      const input = { concepts, hours_per_week: quarters / 4, starts_on: STARTS_ON };
      const end = schedulePlan(input).finishes_on as string;
      const onTime = schedulePlan({ ...input, deadline: end });
      assert.equal(onTime.verdict, "tight");
      assert.equal(onTime.cut, undefined);
      const early = schedulePlan({ ...input, deadline: addDays(end, -1) });
      assert.ok(early.verdict === "does_not_fit" || (early.cut ?? []).length > 0);
    }),
    { numRuns: 300 },
  );
});

test("PR4 reviews keep to 15 % of a week, or to a quarter hour every second week", () => {
  fc.assert(
    fc.property(studyList, weeklyHours, (concepts, hours_per_week) => {
      const { weeks } = schedulePlan({ concepts, hours_per_week, starts_on: STARTS_ON });
      const reviews = weeks.map((week) =>
        week.items.filter((item) => item.kind === "review").reduce((sum, item) => sum + item.hours, 0),
      );
      let total = 0;
      reviews.forEach((hours, at) => {
        total += hours;
        assert.ok(hours <= Math.max(0.25, 0.15 * hours_per_week) + 1e-9);
        assert.ok(total <= 0.15 * hours_per_week * (at + 1) + 1e-9);
      });
    }),
    { numRuns: 300 },
  );
});

test("PR6 the same input gives the same bytes, and is not touched", () => {
  fc.assert(
    fc.property(scheduleInput, (input) => {
      const before = JSON.stringify(input);
      const first = JSON.stringify(schedulePlan(input));
      assert.equal(JSON.stringify(schedulePlan(structuredClone(input))), first);
      assert.equal(JSON.stringify(input), before);
    }),
    { numRuns: 100 },
  );
});

test("PR4 weeks by hand: reviews 1 and 3 weeks after learning, the rest of the week learns", () => {
  const plan = schedulePlan({ concepts: [study("a", 4), study("b", 10)], hours_per_week: 4, starts_on: STARTS_ON });
  assert.deepEqual(plan, {
    hours_per_week: 4,
    weeks: [
      { week: 1, starts_on: "2026-01-05", hours: 4, items: [{ concept_id: "a", kind: "learn", hours: 4 }] },
      {
        week: 2,
        starts_on: "2026-01-12",
        hours: 4,
        items: [
          { concept_id: "b", kind: "learn", hours: 3.75 },
          { concept_id: "a", kind: "review", hours: 0.25 },
        ],
      },
      { week: 3, starts_on: "2026-01-19", hours: 4, items: [{ concept_id: "b", kind: "learn", hours: 4 }] },
      {
        week: 4,
        starts_on: "2026-01-26",
        hours: 2.5,
        items: [
          { concept_id: "b", kind: "learn", hours: 2.25 },
          { concept_id: "a", kind: "review", hours: 0.25 },
        ],
      },
    ],
    total_hours: 14.5,
    finishes_on: "2026-01-29",
    verdict: "fits",
  });
});

test("PR4 one hour a week works: a quarter hour of review every second week", () => {
  const plan = schedulePlan({ concepts: [study("a", 1), study("b", 3)], hours_per_week: 1, starts_on: STARTS_ON });
  const shown = plan.weeks.map((week) => week.items.map((item) => `${item.kind} ${item.concept_id} ${item.hours}`).join(", "));
  assert.deepEqual(shown, [
    "learn a 1",
    "learn b 0.75, review a 0.25",
    "learn b 1",
    "learn b 0.75, review a 0.25",
    "learn b 0.5",
  ]);
});

test("PR4 a concept has a review for each doubling of its time from half an hour, 1, 3, 7 … weeks after it", () => {
  const reviewsOf = (hours: number): number[] => {
    const { weeks } = schedulePlan({ concepts: [study("a", hours), study("b", 100)], hours_per_week: 5, starts_on: STARTS_ON });
    const learned = weeks.findLastIndex((week) => week.items.some((item) => item.concept_id === "a" && item.kind === "learn"));
    return weeks.flatMap((week, at) => week.items.filter((item) => item.kind === "review").map(() => at - learned));
  };
  assert.deepEqual([0.25, 0.5, 1, 1.75, 2, 4].map(reviewsOf), [[], [1], [1, 3], [1, 3], [1, 3, 7], [1, 3, 7, 15]]);
});

test("PR4 reviews of the last week lie before the deadline, or go", () => {
  const concepts = Array.from({ length: 4 }, (_, at) => study(`c${at}`, 2));
  const last = (deadline?: string) => {
    const { weeks, finishes_on } = schedulePlan({ concepts, hours_per_week: 7, starts_on: STARTS_ON, deadline });
    return [
      finishes_on,
      weeks
        .at(-1)
        ?.items.map((item) => `${item.kind} ${item.concept_id} ${item.hours}`)
        .join(", "),
    ];
  };
  const learning = ["2026-01-12", "learn c3 1"];
  assert.deepEqual(last(), ["2026-01-12", "learn c3 1, review c0 0.25, review c1 0.25, review c2 0.25"]);
  assert.deepEqual(last("2026-01-13"), last());
  assert.deepEqual(last("2026-01-12"), learning);
});

test("PR4 hours beyond the last quarter of a week are used: 1.2 hours", () => {
  const plan = schedulePlan({ concepts: [study("a", 3)], hours_per_week: 1.2, starts_on: STARTS_ON });
  assert.deepEqual(
    plan.weeks.map((week) => week.hours),
    [1.2, 1.2, 0.6],
  );
  const odd = schedulePlan({ concepts: [study("a", 3)], hours_per_week: 1.15, starts_on: STARTS_ON });
  assert.equal(odd.weeks[0]?.hours, 1.15);
  assert.equal(plan.total_hours, 3);
});

test("PR4 the least value per hour is cut first, what a kept concept needs never", () => {
  const concepts = [
    study("base", 2, { optional: true, value: 1 }),
    study("core", 4, { requires: ["base"] }),
    study("dear", 2, { optional: true, value: 4 }),
    study("cheap", 4, { optional: true, value: 4 }),
  ];
  const plan = (days: number) =>
    schedulePlan({ concepts, hours_per_week: 7, starts_on: STARTS_ON, deadline: addDays(STARTS_ON, days - 1) });
  const shown = (days: number) => [plan(days).verdict, plan(days).cut, plan(days).earliest_finish];
  assert.deepEqual(shown(14), ["fits", undefined, undefined]);
  assert.deepEqual(shown(8), ["tight", ["cheap"], undefined]);
  assert.deepEqual(shown(6), ["tight", ["dear", "cheap"], undefined]);
  assert.deepEqual(shown(5), ["does_not_fit", ["dear", "cheap"], "2026-01-10"]);
  assert.deepEqual(shown(0), ["does_not_fit", ["dear", "cheap"], "2026-01-10"]);
});

test("PR4 a tenth of the days to spare fits, less is tight", () => {
  const verdict = (deadline: string) =>
    schedulePlan({ concepts: [study("a", 9)], hours_per_week: 7, starts_on: STARTS_ON, deadline }).verdict;
  assert.deepEqual(["2026-01-12", "2026-01-13", "2026-01-14"].map(verdict), ["does_not_fit", "tight", "fits"]);
});

test("PR4 of two concepts worth the same the later is cut", () => {
  const concepts = ["a", "b", "c"].map((id) => study(id, 3, { optional: true }));
  assert.deepEqual(schedulePlan({ concepts, hours_per_week: 7, starts_on: STARTS_ON, deadline: "2026-01-10" }).cut, ["c"]);
});

test("PR4 where everything is optional one concept stays", () => {
  const concepts = [study("a", 3, { optional: true, value: 1 }), study("b", 3, { optional: true, value: 5 })];
  const plan = schedulePlan({ concepts, hours_per_week: 1, starts_on: STARTS_ON, deadline: STARTS_ON });
  assert.deepEqual([plan.verdict, plan.cut, plan.weeks.length], ["does_not_fit", ["a"], 3]);
});

test("PR4 nothing to learn is a plan without weeks; less than an hour a week is refused", () => {
  const input = { concepts: [], hours_per_week: 5, starts_on: STARTS_ON };
  assert.deepEqual(schedulePlan(input), { hours_per_week: 5, weeks: [], total_hours: 0, verdict: "fits" });
  assert.throws(() => schedulePlan({ ...input, hours_per_week: 0.5 }), RangeError);
  assert.throws(() => schedulePlan({ ...input, hours_per_week: Number.NaN }), RangeError);
});
