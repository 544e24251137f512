import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventBody, Language } from "@wayfinder/protocol";
import type { ClaimedStep } from "./record.ts";
import { MAX_ATTEMPTS } from "./retry-delay.ts";
import { runStep, type RunStepOptions } from "./run-step.ts";
import { StepFailure } from "./step-failure.ts";

/** What a task hears of its step, claimed once too often, and what the attempt keeps of it. */
async function givenUp(language: Language): Promise<{ events: readonly EventBody[]; message: string }> {
  const step = { lease: {}, attempt: MAX_ATTEMPTS + 1, failures: 0, task: { goal: { language } } } as unknown as ClaimedStep;
  let told: { events: readonly EventBody[]; message: string } | undefined;
  const store = {
    failStep: async (input: typeof told) => {
      told = input;
      return "done";
    },
  };
  const options = { store, workflow: {}, budgets: {}, random: () => 0, onFailure: () => {} } as unknown as RunStepOptions;
  await runStep(step, new AbortController().signal, options);
  assert.ok(told);
  return told;
}

test("PL4 a step that keeps ending its worker ends its task, and says so in the language of the task; the attempt is kept in English", async () => {
  for (const [language, words] of [
    ["en", /brought its worker process down/],
    ["zh", /^这一步反复导致工作进程意外退出/],
  ] as const) {
    const { events, message } = await givenUp(language);
    const [event] = events;
    assert.ok(event?.type === "failed");
    assert.match(event.error.message, words);
    assert.equal(message, "The step ended its worker too often.");
  }
});

test("PL4 a failure that somebody has to mend first names its cause, in what ends the task and in what ends a unit; any other names none", async () => {
  const failed: EventBody = { type: "failed", final: true, error: { code: "x", message: "y" } };
  const unit: EventBody = { type: "concept_failed", concept_id: "a", unit: "a/quiz", kinds: ["quiz"], reason: "y" };
  const told = async (standing: string | null) => {
    let events: readonly EventBody[] = [];
    const store = {
      failStep: async (input: { events: readonly EventBody[] }) => {
        ({ events } = input);
        return "done";
      },
    };
    const definition = {
      begin: () => [],
      run: () => Promise.reject(new StepFailure("y", { lasting: true, standing })),
      giveUp: () => ({ events: [unit, failed], next: [], writes: [] }),
    };
    const step = { lease: {}, attempt: 1, failures: 0, task: { goal: { language: "en" } } } as unknown as ClaimedStep;
    const workflow = { definition: () => definition };
    const options = { store, workflow, budgets: {}, random: () => 0, onFailure: () => {} } as unknown as RunStepOptions;
    await runStep(step, new AbortController().signal, options);
    return events;
  };
  const cause = "key_refused";
  assert.deepEqual(await told(cause), [
    { ...unit, cause },
    { ...failed, error: { code: "x", message: "y", cause } },
  ]);
  assert.deepEqual(await told(null), [unit, failed]);
});

/** What is told when a try fails, after so many that failed before. */
async function toldOf(error: Error, failures: number): Promise<readonly EventBody[]> {
  const step = { lease: {}, name: "curriculum_design", attempt: 1, failures, task: { goal: { language: "en" } } };
  let told: readonly EventBody[] = [];
  const store = {
    failStep: async (input: { events: readonly EventBody[] }) => {
      told = input.events;
      return "ok";
    },
  };
  const definition = { begin: () => [], run: () => Promise.reject(error), giveUp: () => ({ events: [], next: [], writes: [] }) };
  const workflow = { definition: () => definition };
  const options = { store, workflow, budgets: {}, random: () => 0.5, onFailure: () => {} } as unknown as RunStepOptions;
  await runStep(step as unknown as ClaimedStep, new AbortController().signal, options);
  return told;
}

test("PL4 MS3 that a failure which may pass is tried again is told each time, with which try comes next and when; no other is", async () => {
  const overload = new StepFailure("The provider is overloaded.", { foreign: true, passing: "overloaded" });
  const planned = { type: "retry_planned", step: "curriculum_design", code: "overloaded", attempts: 8 };
  for (let failures = 0; failures < 7; failures += 1) {
    const retry_in_ms = Math.min(60_000, 1_000 * 2 ** (failures + 1)) / 2;
    assert.deepEqual(await toldOf(overload, failures), [{ ...planned, attempt: failures + 2, retry_in_ms }]);
  }
  assert.deepEqual(await toldOf(overload, 7), [], "the eighth was the last");
  assert.deepEqual(await toldOf(new Error("the network"), 0), []);
});
