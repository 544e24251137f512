import assert from "node:assert/strict";
import { test } from "node:test";
import { startScriptedModelServer } from "@wayfinder/llm/testing/scripted-model-server";
import { apiGuest, type ApiGuest } from "./api-guest.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { modelEnv, startModelSystem } from "./model-system.ts";

/** Room for the first question at its worst, not for an outline at its worst, which may take 32 000 tokens. */
const SMALL = "20000";

/** Resolves when a task has been paused so often, with what it says of that. */
async function paused(guest: ApiGuest, task_id: string, times = 1): Promise<{ reason?: string; message?: string }> {
  const pauses = (event: { type: string; status?: string }) => event.type === "progress" && event.status === "paused";
  await guest.untilLog(task_id, (log) => log.filter(pauses).length >= times);
  return (await guest.task(task_id)).paused ?? {};
}

test("PL6 a task over its budget pauses in words; it goes on when there is room, and nothing is paid for twice", async () => {
  await using model = await startScriptedModelServer({ answer: (request) => goodAnswer(questionOf(request)) });
  await using system = await startModelSystem({ ...modelEnv(model.base_url), LLM_BUDGET_TASK_TOKENS: SMALL });
  const { guest } = system;
  const { task_id } = await guest.generate("Bake within a budget");
  const first = await paused(guest, task_id);
  assert.equal(first.reason, "budget");
  assert.match(
    first.message ?? "",
    /^The budget of this task \(20000 tokens\) would be passed; \d+ tokens are used or reserved\. Raise the budget, then resume\.$/,
  );
  assert.equal(model.requests.length, 1, "only the first question was asked");

  await guest.ask(`/api/v1/tasks/${task_id}/resume`, {});
  await paused(guest, task_id, 2);
  assert.equal(model.requests.length, 1, "without more room it pauses again, and asks nothing");

  await system.restart({ LLM_BUDGET_TASK_TOKENS: "none" });
  await guest.ask(`/api/v1/tasks/${task_id}/resume`, {});
  const task = await guest.ended(task_id);
  assert.equal(task.status, "completed", JSON.stringify(task));
  assert.deepEqual(task.failed_units, []);
  const questions = model.requests.map((request) => questionOf(request).text);
  assert.equal(new Set(questions).size, questions.length, "each question once");

  await system.restart({ LLM_BUDGET_ADDRESS_DAY_TOKENS: "1000" });
  const asked = model.requests.length;
  const another = await apiGuest(system.base);
  const { task_id: second } = await another.generate("Bake with a new cookie");
  assert.match((await paused(another, second)).message ?? "", /^The budget for one address and day \(1000 tokens\)/);
  assert.equal(model.requests.length, asked, "a new cookie is no new budget");
  await another.ask(`/api/v1/tasks/${second}/cancel`, {});
});
