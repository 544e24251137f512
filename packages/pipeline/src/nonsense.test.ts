import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { EventBody, type Goal, type QuizItem, type Resource } from "@wayfinder/protocol";
import { lintRoadmap } from "@wayfinder/roadmap";
import fc from "fast-check";
import { nonsense, nonsenseText } from "./testing/nonsense.arbitrary.ts";
import { ModelRun } from "./testing/model-run.ts";

const catalogue = loadCatalogue();
const GOAL: Goal = {
  goal: "anything",
  level: "advanced",
  hours_per_week: 3,
  language: "zh",
  review: false,
  starts_on: "2026-11-23",
  deadline: "2027-02-01",
  source: "model",
};
/** A page that is never what it is said to be: what a nonsense link leads to. */
const links = { check: async () => null };
const RUNS = 40;

test("PR9 PR10 PR11 a model that answers every schema with valid nonsense: no unsound plan, no unverified link, no broken quiz", async (t) => {
  const endings = { completed: 0, failed: 0, units: 0, failedUnits: 0 };
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (first) => {
      let seed = first;
      const run = new ModelRun({
        catalogue,
        kit: { links },
        answer: ({ schema }) => {
          seed += 1;
          return schema ? JSON.stringify(fc.sample(nonsense(schema.json), { numRuns: 1, seed })[0]) : nonsenseText(seed);
        },
      });
      const events = await run.toEnd(GOAL);
      for (const event of events) EventBody.parse(event);
      if (events.at(-1)?.type === "failed") {
        endings.failed += 1;
        return;
      }
      endings.completed += 1;
      endings.units += run.contents.size;
      endings.failedUnits += run.failed.size;
      const context = { starts_on: GOAL.starts_on, deadline: "2027-02-01", known: [] };
      assert.deepEqual(lintRoadmap(run.roadmap(), context), []);
      for (const [unit, body] of run.contents) {
        if (unit.endsWith("/resources"))
          for (const item of (body as unknown as { items: Resource[] }).items) assert.equal(item.url, undefined);
        if (unit.endsWith("/quiz"))
          for (const { options, right } of (body as unknown as { items: QuizItem[] }).items)
            assert.ok(right.length > 0 && right.length < options.length && new Set(options).size === options.length);
      }
    }),
    { numRuns: RUNS },
  );
  assert.ok(endings.completed > 0, "some nonsense makes a sound roadmap");
  t.diagnostic(JSON.stringify(endings));
});
