import assert from "node:assert/strict";
import { test } from "node:test";
import { StepFailure, type StepContext } from "@wayfinder/engine";
import { z } from "zod";
import type { ObjectPrompt } from "../prompts/prompt.ts";
import { askForObject } from "./ask.ts";
import type { ModelAnswer } from "./model.ts";

const PROMPT: ObjectPrompt<string, { name: string }> = {
  id: "naming",
  version: "1.0.0",
  role: "tutor",
  name: "naming",
  answer: z.object({ name: z.string() }),
  max_output_tokens: 10,
  system: "You name things.",
  render: (data) => data,
  requirements: [],
};

/** Asks with answers that were written down before; resolves with the systems and prompts that went out. */
async function asked(answers: readonly Partial<ModelAnswer>[], language = "en"): Promise<{ said: string[]; outcome: unknown }> {
  const said: string[] = [];
  const model = {
    name: "test/scripted",
    ask: async ({ system, prompt }: { system: string; prompt: string }): Promise<ModelAnswer> => {
      said.push(`${system.split(".")[0]}: ${prompt}`);
      return { text: "", tokens: null, finish: "stop", ...answers[said.length - 1] };
    },
  };
  const context = {
    step: { task: { user_id: "u", goal: { language } } },
    signal: new AbortController().signal,
    call: (_: unknown, perform: () => unknown) => perform(),
  } as unknown as StepContext;
  const kit = { models: { modelFor: async () => model }, priceOf: () => null, later: () => () => {} };
  const outcome = await askForObject(context, kit, { prompt: PROMPT, data: "a loaf", key: "k" }).catch(
    (error: Error) => error.message,
  );
  return { said, outcome };
}

test("PL3 what cannot be read is mended by the model once, then asked anew once", async () => {
  const { said, outcome } = await asked([{ text: "a loaf" }, { text: "still a loaf" }, { text: '{"name": "Miche"}' }]);
  assert.deepEqual(outcome, { name: "Miche" });
  assert.deepEqual(
    said.map((line) => line.split(":")[0]),
    ["You name things", "You mend JSON", "You name things"],
  );
});

test("PL3 a refusal is no answer to mend: asked anew once, then given up with how often it was asked", async () => {
  const refusal = { text: "I will not.", finish: "refused" } as const;
  const { said, outcome } = await asked([refusal, refusal, { text: '{"name": "made up"}' }]);
  assert.equal(said.length, 2);
  assert.equal(outcome, "The model's answers could not be used, twice in a row. The last one: The model refused to answer.");
});

test("PR9 PL3 an answer that was cut off is none, even if it can be closed: it is not mended, but asked for anew and shorter", async () => {
  const cut = { text: '{"name": "Mic', finish: "length" } as const;
  const { said, outcome } = await asked([cut, { text: '{"name": "Miche"}' }]);
  assert.deepEqual(outcome, { name: "Miche" });
  assert.deepEqual(
    said.map((line) => line.split(":")[0]),
    ["You name things", "You name things"],
  );
  assert.match(said[1] ?? "", /cut off at the limit of its length[^]*half as many words/);
  const always = await asked([cut, cut, cut]);
  assert.equal(always.said.length, 2);
  assert.equal(
    always.outcome,
    "The model's answers could not be used, twice in a row. The last one: It was cut off at the limit of its length.",
  );
});

test("PR9 what had the wrong form is told in our own words", async () => {
  const { outcome } = await asked([{ text: "{}" }, { text: "{}" }, { text: '{"name": {}}' }]);
  assert.equal(
    outcome,
    "The model's answers could not be used, three times in a row. The last one: It did not have the form that was asked for: name should be a text.",
  );
});

test("PL3 what was wrong with the last answer is told in the language of the task; the model is told in English", async () => {
  const { said, outcome } = await asked([{ text: "条" }, { text: "条" }, { text: "{", finish: "length" }], "zh");
  assert.match(said[1] ?? "", /There is no JSON object in it/);
  assert.equal(outcome, "模型的回答连续三次无法使用。最后一次：回答太长，被截断了。");
});

test("PL1 that there is no model is nobody's answer's fault: what the step has paid for is kept", async () => {
  const context = { step: { task: { user_id: "u", goal: { language: "en" } } } } as unknown as StepContext;
  const kit = { models: { modelFor: async () => null }, priceOf: () => null, later: () => () => {} };
  await assert.rejects(
    askForObject(context, kit, { prompt: PROMPT, data: "a loaf", key: "k" }),
    (error) => error instanceof StepFailure && error.lasting && error.foreign,
  );
});
