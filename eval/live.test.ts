import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCatalogue } from "@wayfinder/catalogue";
import type { Model, ModelRequest, Models } from "@wayfinder/pipeline";
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

/** What a good model answers to every step of ours, and to the plain question. */
const good = (request: ModelRequest): string => (request.schema ? goodAnswers(request) : "## Bake\n- Bread (1 h)");

test("Eval: a live model runs the real steps up to the review, is scored and compared; a failing goal is a result", async () => {
  const architect = scripted((request) =>
    request.schema?.name === "outline" && /SQL|could not be used/.test(request.prompt) ? "no" : good(request),
  );
  const critic = scripted((request) =>
    request.schema?.name === "judgement" ? prefers("Starter care")(request.prompt) : good(request),
  );
  const lines: string[] = [];
  const models: Models = { modelFor: async ({ role }) => (role === "critic" ? critic : architect).model };
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
  const names = (requests: readonly ModelRequest[]) => requests.map(({ schema }) => schema?.name ?? "one-shot");
  assert.deepEqual(names(critic.requests), ["critique", "judgement", "judgement"], "the critic's model judges, in both orders");
  assert.equal(names(architect.requests).filter((name) => name === "one-shot").length, 1, "the architect's is asked plainly");
  assert.ok(!names(architect.requests).includes("quiz"), "no content is paid for");
  const plain = architect.requests.find(({ schema }) => !schema)?.prompt;
  assert.ok(plain?.includes(GOLD[0]!.goal) && !plain.includes("Starter care"), "it knows the learner and nothing of our roadmap");
  const [first, second] = critic.requests
    .slice(1)
    .map(({ prompt }) => prompt.indexOf("Starter care") < prompt.indexOf("- Bread"));
  assert.deepEqual([first, second], [true, false], "both judgements see both roadmaps, each once in front");
});

test("Eval: nothing is won against a one-shot answer that failed, was refused or was cut off", async () => {
  for (const plain of [
    { text: "", finish: "stop" },
    { text: "<think>a long thought</think>", finish: "stop" },
    { text: "I can not help with that.", finish: "refused" },
    { text: "## Bake", finish: "length" },
  ] as const) {
    const model: Model = {
      name: "test/plain",
      ask: async (request) => ({ tokens: null, ...(request.schema ? { text: judged(request), finish: "stop" } : plain) }),
    };
    const models: Models = { modelFor: async () => model };
    const { scores, verdicts } = await evaluateLive({ models, catalogue, gold: GOLD.slice(0, 1), signal, say: () => {} });
    assert.equal(scores.get("sourdough")?.ok, true);
    assert.equal(verdicts.get("sourdough"), null, plain.text);
  }
});

const judged = (request: ModelRequest): string =>
  request.schema?.name === "judgement" ? prefers("Starter care")(request.prompt) : goodAnswers(request);
