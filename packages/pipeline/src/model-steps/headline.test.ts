import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";

const catalogue = loadCatalogue();

test("PR9 PL10 a goal that a model retells at length is one line of a heading's length, for people and for later questions", async () => {
  const parsed_goal = `Bake bread\n\n${"at home, with a starter, ".repeat(60)}`;
  const run = new ModelRun({
    catalogue,
    answer: (request) => (request.schema?.name === "intent" ? JSON.stringify({ parsed_goal }) : goodAnswers(request)),
  });
  const events = await run.toEnd({ ...sampleGoal("en"), review: true });
  const [told] = events.flatMap((event) => (event.type === "intent_ready" ? [event.intent.parsed_goal] : []));
  assert.match(told ?? "", /^Bake bread at home, .*…$/);
  assert.ok((told?.length ?? 0) <= 200);
  assert.ok(run.requests.slice(1).every(({ prompt }) => !prompt.includes(parsed_goal.slice(0, 300))));
});

test("PR9 a heading that ends in the middle of an emoji ends before it: half of one could not be stored", async () => {
  const run = new ModelRun({
    catalogue,
    answer: (request) =>
      request.schema?.name === "intent" ? JSON.stringify({ parsed_goal: `x${"🍞".repeat(150)}` }) : goodAnswers(request),
  });
  const events = await run.toEnd({ ...sampleGoal("en"), review: true });
  const [told] = events.flatMap((event) => (event.type === "intent_ready" ? [event.intent.parsed_goal] : []));
  assert.ok(told?.isWellFormed() && told.endsWith("🍞…"), told);
});
