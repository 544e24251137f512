import assert from "node:assert/strict";
import { test } from "node:test";
import { LeaseLost, StepPaused } from "@wayfinder/engine";
import { ModelError } from "../model/model-error.ts";
import { sampleGoal, sampleIntent, sampleRoadmap } from "../testing/sample-data.ts";
import { scriptedStep } from "../testing/scripted-step.ts";
import { critique, NO_CRITIC } from "./critique.ts";

const DATA = { goal: sampleGoal("en"), intent: sampleIntent("en"), roadmap: sampleRoadmap("en") };
const judge = (answer: () => string) => {
  const { context, kit } = scriptedStep({ goal: DATA.goal, answer });
  return critique(context, kit, DATA);
};
const said = (answer: unknown) => judge(() => JSON.stringify(answer));

test("PL8 a critic that fails, refuses or talks nonsense is not available, and stops nothing", async () => {
  const failing = () => {
    throw new ModelError("key_refused", "The provider refused the key.");
  };
  for (const answer of [failing, () => "", () => "Nice!", () => "[]"]) assert.deepEqual(await judge(answer), NO_CRITIC);
  const { context, kit } = scriptedStep({ goal: DATA.goal, answer: () => "", kit: { models: { modelFor: async () => null } } });
  assert.deepEqual(await critique(context, kit, DATA), NO_CRITIC, "no model for the critic");
});

test("PL4 PL8 an overload of the critic is waited for, then it is done without", async () => {
  const overloaded = () => {
    throw new ModelError("overloaded", "The provider is overloaded.");
  };
  const { context, kit } = scriptedStep({ goal: DATA.goal, answer: overloaded });
  await assert.rejects(critique(context, kit, DATA), /overloaded/);
  const tried = { ...context, step: { ...context.step, failures: 2 } };
  assert.deepEqual(await critique(tried, kit, DATA), NO_CRITIC);
});

test("PL5 PL8 a lost lease, a pause and a cancel are not the critic's failures", async () => {
  for (const reason of [new LeaseLost("gone"), new StepPaused("paused")])
    await assert.rejects(
      judge(() => {
        throw reason;
      }),
      (error) => error === reason,
    );
  const { context, kit } = scriptedStep({
    goal: DATA.goal,
    answer: () => {
      throw new Error("aborted");
    },
  });
  const cancelled = { ...context, signal: AbortSignal.abort() };
  await assert.rejects(critique(cancelled, kit, DATA), /aborted/);
});

test("PL8 the score is the weighted mean of the dimensions given, each between 0 and 100", async () => {
  const whole = await said({
    scores: { completeness: 100, progression: 50, stage_coherence: 50, module_clarity: 0, user_alignment: 900 },
  });
  assert.equal(whole.critique.score, 0.3 * 100 + 0.25 * 50 + 0.2 * 50 + 0.1 * 100 + 0.5);
  assert.equal(whole.critique.dimensions?.user_alignment, 100);
  assert.equal((await said({ scores: { completeness: 90 } })).critique.score, 90);
  assert.deepEqual(await said({ scores: {} }), { critique: { available: true, findings: [] }, serious: 0 });
});

test("PL8 only findings of the closed list count, twelve at most, and only ids that are there", async () => {
  const off = { kind: "off_goal", serious: true, message: "Honey trade.", ids: ["harvest", "no-such", "the-year", "summer"] };
  const ugly = { kind: "ugly", serious: true, message: "Ugly." };
  const judged = await said({ scores: {}, findings: [ugly, off, { kind: "wrong_order", message: "Late." }] });
  assert.deepEqual(judged.critique.findings, [
    { rule: "off_goal", message: "Honey trade.", ids: ["harvest", "the-year", "summer"] },
    { rule: "wrong_order", message: "Late.", ids: [] },
  ]);
  assert.equal(judged.serious, 1);
  const many = await said({ scores: {}, findings: Array.from({ length: 30 }, () => off) });
  assert.deepEqual([many.critique.findings.length, many.serious], [12, 12]);
});
