import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal, Level } from "@wayfinder/protocol";
import { assembleRoadmap, lintRoadmap } from "@wayfinder/roadmap";
import { loadCatalogue } from "../load-catalogue.ts";
import { type CoveredGoalAsked, GOALS_ASKED } from "../match/goals-asked.fixture.ts";
import { planRoadmap } from "./plan-roadmap.ts";

const CATALOGUE = loadCatalogue();
const LEVELS: readonly Level[] = ["beginner", "intermediate", "advanced"];
const HOURS = [1, 3, 7, 12, 25, 60, 168];
const DEADLINES = [undefined, "2026-11-30", "2027-01-15", "2027-11-23"];
/** Each goal is planned this often; levels, hours and deadlines take turns at different paces, so that all of them meet. */
const TURNS = 6;

function* variants({ ask, skills = [] }: CoveredGoalAsked, first: number): Generator<Goal> {
  for (let turn = first; turn < first + TURNS; turn++) {
    const deadline = DEADLINES[turn % DEADLINES.length];
    yield {
      goal: ask,
      level: LEVELS[Math.floor(turn / 2) % LEVELS.length] ?? "beginner",
      hours_per_week: HOURS[turn % HOURS.length] ?? 1,
      known_skills: [...skills],
      language: turn % 2 === 0 ? "en" : "zh",
      review: false,
      starts_on: "2026-11-23",
      source: "catalogue",
      ...(deadline === undefined ? {} : { deadline }),
    };
  }
}

test("CT3 PR1 PR2 PR3 PR4 every roadmap of the goals people ask, over levels, hours and deadlines, passes the linter", (t) => {
  const met = new Set<string>();
  let planned = 0;
  GOALS_ASKED.covered.forEach((asked, i) => {
    for (const goal of variants(asked, i)) {
      const result = planRoadmap(CATALOGUE, goal);
      if (!result.ok) continue;
      planned += 1;
      met.add([goal.level, goal.hours_per_week, goal.deadline].join(" "));
      const roadmap = assembleRoadmap({ draft: result.draft, plan: result.plan, roadmap_id: "r1", version: 1 });
      const facts = { starts_on: goal.starts_on, deadline: goal.deadline, known: result.intent.known.map((k) => k.id) };
      assert.deepEqual(lintRoadmap(roadmap, facts), [], JSON.stringify(goal));
    }
  });
  t.diagnostic(`planned: ${planned} roadmaps, ${met.size} combinations of level, hours and deadline`);
  assert.ok(planned >= GOALS_ASKED.covered.length * TURNS * 0.9, `only ${planned} were planned`);
  assert.equal(met.size, LEVELS.length * HOURS.length * DEADLINES.length);
});
