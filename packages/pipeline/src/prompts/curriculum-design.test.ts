import assert from "node:assert/strict";
import { test } from "node:test";
import type { Goal } from "@wayfinder/protocol";
import { sampleGoal, sampleIntent } from "../testing/sample-data.ts";
import { curriculumDesignPrompt, likelyConcepts } from "./curriculum-design.ts";

/** The last paragraph of the question: how much is asked for. */
function sizeAsked(likely: number, more: Partial<Goal> = {}): string | undefined {
  const goal = { ...sampleGoal("en"), ...more };
  const intent = { ...sampleIntent("en"), hours: { low: 1, likely, high: 2 * likely } };
  return /\d+ to \d+ concepts.*(?=\. Write)/.exec(curriculumDesignPrompt.newest.render({ goal, intent }))?.[0];
}

test("PR4 prompts: the architect is told the hours, and asked for fewer hours a concept where the goal is short", () => {
  assert.equal(sizeAsked(3), "8 to 11 concepts, 2 to 6 stages, about 3 hours in all");
  assert.equal(sizeAsked(40), "14 to 23 concepts, 2 to 6 stages, about 40 hours in all");
  assert.equal(sizeAsked(300), "60 to 91 concepts, 2 to 6 stages, about 300 hours in all");
  assert.equal(sizeAsked(10_000), "96 to 145 concepts, 2 to 6 stages, about 10000 hours in all");
});

test("PR4 prompts: a deadline that leaves fewer hours than the goal takes is what is asked for", () => {
  const begins = { starts_on: "2026-11-23", hours_per_week: 4 };
  assert.equal(sizeAsked(300, { ...begins, deadline: "2027-01-31" }), "14 to 23 concepts, 2 to 6 stages, about 40 hours in all");
  assert.equal(sizeAsked(40, { ...begins, deadline: "2029-01-31" }), sizeAsked(40));
});

test("PL6 as many concepts are expected before the start as the deadline has room for, and up to the most there are without one", () => {
  const asked = (days: string, hours_per_week: number) =>
    likelyConcepts({ ...sampleGoal("en"), starts_on: "2026-11-23", hours_per_week, deadline: days });
  assert.deepEqual(asked("2026-11-29", 3), { from: 8, to: 11 });
  assert.deepEqual(asked("2027-01-31", 4), { from: 14, to: 23 });
  assert.deepEqual(asked("2031-01-31", 60), { from: 96, to: 145 });
  const { deadline: _, ...open } = sampleGoal("en");
  assert.deepEqual(likelyConcepts(open), { from: 8, to: 145 });
});

test("Prompts: a task that began with 1.0.0 is asked in its words", () => {
  const goal = { ...sampleGoal("en"), prompts: { "curriculum-design": "1.0.0" } };
  const asked = curriculumDesignPrompt.pinned(goal).render({ goal, intent: sampleIntent("en") });
  assert.match(asked, /Design the roadmap: 8 to 13 concepts, 2 to 6 stages\. Write/);
});
