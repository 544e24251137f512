import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import { goodAnswers } from "../testing/good-answers.ts";
import { ModelRun } from "../testing/model-run.ts";
import { sampleGoal } from "../testing/sample-data.ts";

const catalogue = loadCatalogue();

test("PR7 of more repairs than anybody reads the rest is counted", async () => {
  const strange = Array.from({ length: 100 }, (_, at) => ({
    name: `C${at}`,
    prerequisites: ["w", "x", "y", "z"].map((n) => `${n}${at}`),
  }));
  const outline = JSON.stringify({ stages: [{ name: "S", modules: [{ name: "M", concepts: strange }] }] });
  const run = new ModelRun({
    catalogue,
    answer: (request) => (request.schema?.name === "outline" ? outline : goodAnswers(request)),
  });
  const events = await run.toEnd({ ...sampleGoal("en"), review: true });
  const [look] = events.filter((event) => event.type === "validation_result");
  assert.equal(look?.repairs.length, 301);
  assert.match(look?.repairs.at(-1)?.message ?? "", /^\d+ more faults were mended\.$/);
});
