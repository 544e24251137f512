import assert from "node:assert/strict";
import { test } from "node:test";
import { concept, plan, roadmap } from "./roadmap.fixture.ts";
import { weeksOfStage, weekStrip } from "./week-strip.ts";

test("WEB35 a week's bar is its concepts by hours, then its reviews together, then what is free", () => {
  const [week] = weekStrip(plan([["a", "r:a", "b"]]), "2026-11-02");
  assert.deepEqual(week?.segments, [
    { kind: "learn", concept_id: "a", hours: 1 },
    { kind: "learn", concept_id: "b", hours: 1 },
    { kind: "review", hours: 1 },
    { kind: "free", hours: 1 },
  ]);
  assert.equal(week?.concepts, 2);
});

test("WEB35 the bars of full weeks are equally long, and rounding is no free time", () => {
  for (const [hours, items] of [
    [4, 4],
    [4.01, 4],
  ] as const) {
    const [week] = weekStrip(plan([Array.from({ length: items }, (_, n) => `c${n}`)], { hours_per_week: hours }), "2026-11-02");
    assert.equal(week?.segments.length, items);
  }
});

test("WEB35 the week that holds today is now; without dates none is", () => {
  const times = (today: string) => weekStrip(plan([["a"], ["b"], ["c"]]), today).map((week) => week.time);
  assert.deepEqual(times("2026-11-01"), ["ahead", "ahead", "ahead"]);
  assert.deepEqual(times("2026-11-08"), ["now", "ahead", "ahead"]);
  assert.deepEqual(times("2026-11-09"), ["past", "now", "ahead"]);
  assert.deepEqual(times("2027-01-01"), ["past", "past", "past"]);
  const undated = plan([["a"]]);
  assert.equal(
    weekStrip({ ...undated, weeks: undated.weeks.map(({ starts_on: _, ...week }) => week) }, "2026-11-02")[0]?.time,
    "ahead",
  );
});

test("WEB35 a stage spans the weeks that teach it; reviews do not stretch it", () => {
  const { stages, plan: planned } = roadmap(
    [[concept("a"), concept("b")], [concept("c")], [concept("x")]],
    plan([["a"], ["b", "c"], ["r:a"]]),
  );
  assert.deepEqual(
    stages.map((stage) => weeksOfStage(stage, planned)),
    [{ first: 1, last: 2 }, { first: 2, last: 2 }, null],
  );
});
