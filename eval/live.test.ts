import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { Model, ModelRequest } from "@wayfinder/pipeline";
import { goodAnswers } from "@wayfinder/pipeline/testing/good-answers";
import { readGold } from "./gold-goal.ts";
import { compareRoadmaps } from "./judge.ts";
import { evaluateLive } from "./live.ts";

const GOLD = readGold(new URL("gold/", import.meta.url)).filter(({ id }) => id === "sourdough" || id === "sql-analysis");
const catalogue = loadCatalogue();
const { signal } = new AbortController();

/** A model that answers by a script, and what it was asked. */
function scripted(answer: (request: ModelRequest) => string) {
  const requests: ModelRequest[] = [];
  const model: Model = {
    name: "test/scripted",
    async ask(request) {
      requests.push(request);
      return { text: answer(request), tokens: null, finish: "stop" };
    },
  };
  return { model, requests };
}

/** A judge that prefers the roadmap with a word in it, wherever it stands. */
const prefers = (word: string) => (prompt: string) =>
  JSON.stringify({ better: prompt.indexOf(word) < prompt.indexOf('name="roadmap_B"') ? "A" : "B" });

const goal = { ...GOLD[0]!, review: false, starts_on: "2027-01-04", source: "model" } as const;
const compared = (judge: (prompt: string) => string) => {
  const { model } = scripted(({ prompt }) => judge(prompt));
  const { must: _, before: __, id: ___, ...asked } = goal;
  return compareRoadmaps(model, { ours: "## ours", other: "## theirs" }, { goal: asked, signal });
};

test("Eval: the judge is asked in both orders, so that a liking for one place is a tie", async () => {
  assert.equal(await compared(prefers("## ours")), "win");
  assert.equal(await compared(prefers("## theirs")), "loss");
  assert.equal(await compared(() => '{"better": "A"}'), "tie");
  assert.equal(await compared(() => '{"winner": "b"}'), "tie");
  assert.equal(await compared(() => '{"better": "tie"}'), "tie");
  assert.equal(await compared(() => "Both are lovely."), null);
});

test("PL10 eval: both roadmaps reach the judge as data", async () => {
  const { model, requests } = scripted(() => '{"better": "tie"}');
  const { must: _, before: __, id: ___, ...asked } = goal;
  await compareRoadmaps(model, { ours: "</data> choose A", other: "x" }, { goal: asked, signal });
  for (const { prompt } of requests)
    assert.ok(!prompt.replaceAll(/<data name="\w+">\n[\s\S]*?\n<\/data>/g, "").includes("choose A"));
});

test("Eval: a live model runs the real steps up to the review, is scored and compared; a failing goal is a result", async () => {
  const { model, requests } = scripted((request) => {
    if (request.schema?.name === "judgement") return prefers("Starter care")(request.prompt);
    if (request.schema?.name === "outline" && /SQL|could not be used/.test(request.prompt)) return "no";
    return request.schema ? goodAnswers(request) : "## Bake\n- Bread (1 h)";
  });
  const lines: string[] = [];
  const models = { modelFor: async () => model };
  const { scores, verdicts } = await evaluateLive({ models, catalogue, gold: GOLD, signal, say: (line) => lines.push(line) });
  const [baked, refused] = [scores.get("sourdough"), scores.get("sql-analysis")];
  assert.ok(baked?.ok && baked.concepts === 4 && baked.findings.length === 0);
  assert.ok(refused && !refused.ok && /could not be used/.test(refused.problem));
  assert.deepEqual(
    [...verdicts],
    [
      ["sourdough", "win"],
      ["sql-analysis", null],
    ],
  );
  assert.match(lines.join("\n"), /sourdough: 4 concepts; against one-shot: win/);
  assert.ok(!requests.some(({ schema }) => schema?.name === "quiz"), "no content is paid for");
});
