import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { ModelAnswer } from "../model/model.ts";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";

const catalogue = loadCatalogue();
const cut = (whole: string): Pick<ModelAnswer, "text" | "finish"> => ({
  text: whole.slice(0, Math.floor(whole.length * 0.8)),
  finish: "length",
});

/** A generation in which the first so many answers to one question are cut off at the limit. */
async function run(target: string | undefined, times: number) {
  let asked = 0;
  const generation = new ModelRun({
    catalogue,
    answer(request) {
      const isTarget = request.schema?.name === target && (target !== undefined || request.prompt.includes("Concept: Flour"));
      return isTarget && asked++ < times ? cut(goodAnswers(request)) : goodAnswers(request);
    },
  });
  const events = await generation.toEnd(sampleGoal("en"));
  return { generation, last: events.at(-1) };
}

test("PR9 an outline that was cut off at its limit is asked for anew: no roadmap without its last concepts", async () => {
  const { generation, last } = await run("outline", 1);
  assert.equal(last?.type, "completed");
  const { stages, outcomes } = generation.roadmap();
  assert.deepEqual(
    stages.flatMap((s) => s.modules.flatMap((m) => m.concepts.map((c) => c.name))),
    ["Flour", "Starter care", "Shaping", "Baking"],
  );
  assert.deepEqual(
    outcomes.map(({ text }) => text),
    ["Bake a loaf"],
  );
});

test("PR9 an outline that is always cut off is a clear failure", async () => {
  const { last } = await run("outline", Number.POSITIVE_INFINITY);
  assert.equal(last?.type, "failed");
  assert.match(last?.type === "failed" ? last.error.message : "", /It was cut off at the limit of its length\.$/);
});

test("PR9 PL7 a tutorial that was cut off is asked for anew; always cut off, its unit fails and nothing else", async () => {
  const once = await run(undefined, 1);
  assert.equal(once.generation.failed.size, 0);
  const always = await run(undefined, Number.POSITIVE_INFINITY);
  assert.equal(always.last?.type, "completed");
  assert.deepEqual(
    [...always.generation.failed.values()].map(({ unit, reason }) => [unit, /cut off/.test(reason)]),
    [["flour/tutorial", true]],
  );
});
