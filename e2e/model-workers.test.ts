import assert from "node:assert/strict";
import { test } from "node:test";
import { startScriptedModelServer, type ScriptedRequest } from "@wayfinder/llm/testing/scripted-model-server";
import { embeddedSql } from "./embedded-sql.ts";
import { goodAnswer, questionOf } from "./model-answers.ts";
import { modelEnv, startModelSystem } from "./model-system.ts";
import { startServerProcess } from "./server-process.ts";
import { until } from "./until.ts";

/** Eight units of each at once are more than the 32 steps that one process runs. */
const TASKS = 5;
const PER_TASK = 8;
/** Workers that claim in the same instant may pass the bound by a few. */
const A_FEW = 3;
const CONCEPTS = ["Flour", "Water", "Salt", "Starter", "Mixing", "Shaping", "Proofing", "Baking"];
/** PL5 */
const STOPS_WITHIN_MS = 1_000;
const PATIENCE_MS = 30_000;

test("PL1 PL7 two workers and an API of their own: units spread, a task has eight at once, it is completed once, a cancel reaches all", async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const running = new Map<string, Set<number>>();
  const goalOf = (request: ScriptedRequest) => questionOf(request).goal;
  await using model = await startScriptedModelServer({
    async answer(request) {
      const question = questionOf(request);
      if (question.concept !== null) {
        running.set(question.goal, (running.get(question.goal) ?? new Set()).add(request.index));
        await opened;
      }
      return goodAnswer(question, CONCEPTS);
    },
    ended: ({ request }) => running.get(goalOf(request))?.delete(request.index),
  });
  await using system = await startModelSystem({ ...modelEnv(model.base_url), ROLE: "api" });
  const sql = await embeddedSql(system.data_dir);
  const url = new URL("postgres://localhost/wayfinder");
  Object.assign(url, { username: "wayfinder", password: sql.password });
  url.searchParams.set("host", sql.host);
  const env = { ...modelEnv(model.base_url), ROLE: "worker", DATABASE_URL: url.href };
  const workers = await Promise.all([startServerProcess(env), startServerProcess(env)]);
  try {
    const { guest } = system;
    const goals = Array.from({ length: TASKS }, (_, n) => `Bake bread no. ${n}`);
    const tasks = await Promise.all(goals.map(async (goal) => (await guest.generate(goal)).task_id));
    await until("units in flight", PATIENCE_MS, () => model.inFlight() >= TASKS * PER_TASK);
    for (const goal of goals)
      assert.ok((running.get(goal)?.size ?? 0) <= PER_TASK + A_FEW, `${goal}: ${running.get(goal)?.size}`);
    const spread = await sql.query<{ worker_id: number; units: number }>(
      "select worker_id, count(*)::int as units from step where status = 'running' group by 1",
    );
    console.log(`units in flight by worker: ${spread.rows.map(({ units }) => units).join(" and ")}`);
    assert.equal(spread.rows.length, 2, "both workers have units");

    const [cancelled = "", ...others] = tasks;
    const at = performance.now();
    await guest.ask(`/api/v1/tasks/${cancelled}/cancel`, {});
    const left = STOPS_WITHIN_MS - (performance.now() - at);
    await until("the end of the cancelled task's calls", left, () => running.get(goals[0] ?? "")?.size === 0);

    open();
    for (const task_id of others) {
      const task = await guest.ended(task_id);
      assert.equal(task.status, "completed", JSON.stringify(task));
      const log = await guest.log(task_id);
      assert.equal(log.filter(({ type }) => type === "completed").length, 1);
      assert.equal(log.filter(({ type }) => type === "concept_complete").length, 3 * CONCEPTS.length);
    }
    const questions = model.requests.filter((request) => goalOf(request) !== goals[0]).map((request) => questionOf(request).text);
    assert.equal(new Set(questions).size, questions.length, "no question was asked twice");
  } finally {
    await sql.end();
    await Promise.all(workers.map((worker) => worker.end("SIGTERM")));
  }
});
