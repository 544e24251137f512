import assert from "node:assert/strict";
import { test } from "node:test";
import { Estimate, type Goal } from "@wayfinder/protocol";
import { loadCatalogue } from "../load-catalogue.ts";
import { completedCatalogue } from "../synthetic-catalogue.ts";
import { estimatePlan } from "./estimate-plan.ts";
import { planRoadmap } from "./plan-roadmap.ts";

const WHOLE = completedCatalogue(loadCatalogue());

const goalOf = (goal: Partial<Goal>): Goal => ({
  goal: "learn javascript",
  level: "intermediate",
  hours_per_week: 6,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
  ...goal,
});

test("PR4 the estimate is what the plan will be, and shows low, likely and high", () => {
  for (const { aliases } of WHOLE.map.goals)
    for (const hours_per_week of [1, 6, 40]) {
      const goal = goalOf({ goal: aliases.en[1] ?? "", hours_per_week, known_skills: ["HTML"] });
      const result = estimatePlan(WHOLE, goal);
      assert.ok(result.ok);
      const { estimate } = result;
      assert.deepEqual(Estimate.parse(estimate), estimate);
      const planned = planRoadmap(WHOLE, goal);
      assert.ok(planned.ok);
      assert.equal(estimate.plan.total_hours, planned.plan.total_hours);
      assert.equal(estimate.weeks.likely, planned.plan.weeks.length);
      for (const { low, likely, high } of [estimate.hours, estimate.weeks]) assert.ok(low <= likely && likely <= high);
      const { low, likely, high } = estimate.finishes_on;
      assert.ok(low <= likely && likely <= high);
    }
});

test("PR4 the estimate names what a deadline would cut, and what known skills save", () => {
  const result = estimatePlan(
    WHOLE,
    goalOf({ goal: "前端学习路线", hours_per_week: 8, deadline: "2027-04-01", language: "zh", known_skills: ["html"] }),
  );
  assert.ok(result.ok);
  const { cut, known, known_hours } = result.estimate;
  assert.deepEqual(
    cut.map((c) => c.id),
    result.estimate.plan.cut,
  );
  assert.ok(cut.length > 0 && cut.every((c) => c.title !== c.id));
  assert.ok(known.length > 0 && known_hours > 0);
});

test("CT2 the estimate refuses what the planner refuses", () => {
  const result = estimatePlan(WHOLE, goalOf({ goal: "learn java" }));
  assert.ok(!result.ok);
  assert.equal(result.reason, "not_covered");
  assert.deepEqual(
    result.nearest.map((n) => n.id),
    ["js-values", "py-values"],
  );
});
