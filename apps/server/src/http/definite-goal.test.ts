import assert from "node:assert/strict";
import { test } from "node:test";
import { promptVersions } from "@wayfinder/pipeline";
import { GenerateRequest, Goal } from "@wayfinder/protocol";
import { definiteGoal, withPrompts } from "./definite-goal.ts";

const NOW = new Date("2026-11-23T10:00:00Z");
const request = (source: "auto" | "catalogue" | "model") =>
  GenerateRequest.parse({ goal: "keep bees", level: "beginner", hours_per_week: 4, language: "en", source });

test("Prompts: a task for a model pins the prompt versions of the day, one from the catalogue pins none", () => {
  for (const source of ["auto", "model"] as const) {
    const goal = definiteGoal(request(source), NOW, true);
    assert.deepEqual(goal.prompts, promptVersions());
    assert.deepEqual(Goal.parse(JSON.parse(JSON.stringify(goal))), goal, "it survives the database");
  }
  assert.equal(definiteGoal(request("catalogue"), NOW, true).prompts, undefined);
  assert.equal(definiteGoal(request("auto"), NOW, false).prompts, undefined);
});

test("Prompts: nobody outside chooses the versions", () => {
  const body = { goal: "keep bees", level: "beginner", hours_per_week: 4, language: "en", prompts: { quiz: "0.0.1" } };
  assert.equal(GenerateRequest.safeParse(body).success, false);
});

test("Prompts: a corrected goal is a new task, so it gets the versions of the day and not those of the task before", () => {
  const before: Goal = { ...definiteGoal(request("model"), NOW, true), prompts: { quiz: "0.0.1" } };
  assert.deepEqual(withPrompts(before).prompts, promptVersions());
});
