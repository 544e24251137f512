import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ModelSettings, ModelTest, Problem, Task } from "@wayfinder/protocol";
import { useModelServer } from "../model-server.fixture.ts";
import { Person } from "../server.fixture.ts";

describe("budgets of the environment", () => {
  // the design may take 32 000 tokens, what comes before it some thousands
  const { server, script, model } = useModelServer({ LLM_BUDGET_TASK_TOKENS: "20000", LLM_BUDGET_USER_DAY_USD: "none" });

  test("PL6 a task stops before the call that would pass its budget, says so, and stays resumable", async () => {
    const p = new Person(server.base);
    const { task_id } = await p.generate({ goal: "bake sourdough bread" });
    type Page = { head: number; events: { seq: number; type: string; status?: string; data?: Record<string, unknown> }[] };
    /** The pauses in the log, once there are so many. */
    const pauses = async (count: number) => {
      for (let after = 0, found: Page["events"] = []; ;) {
        const { body } = await p.get<Page>(`/api/v1/tasks/${task_id}/events?after=${after}&wait=5`);
        found = [...found, ...body.events.filter((event) => event.status === "paused")];
        after = body.events.at(-1)?.seq ?? after;
        if (found.length >= count) return found;
      }
    };
    const [pause] = await pauses(1);
    const { spent, ...told } = pause?.data ?? {};
    assert.deepEqual(told, { reason: "budget", scope: "task", unit: "tokens", limit: 20_000 });
    assert.ok(Number(spent) > 0 && Number(spent) < 20_000, "what the first question took");
    const { body: task } = await p.get<Task>(`/api/v1/tasks/${task_id}`);
    assert.deepEqual([task.status, task.paused?.reason], ["running", "budget"]);
    assert.match(task.paused?.message ?? "", /budget of this task \(20000 tokens\) would be passed/);
    assert.deepEqual(
      model().requests.map((request) => request.schema_name),
      ["intent"],
      "the call that would not fit was not made",
    );
    assert.equal((await p.post<Task>(`/api/v1/tasks/${task_id}/resume`)).status, 200);
    assert.equal((await pauses(2)).length, 2, "there is no more room than before");
    assert.equal(model().requests.length, 1);
    const { budget } = (await p.get<ModelSettings>("/api/v1/settings/model")).body;
    assert.deepEqual(budget, { task: { tokens: 20_000, usd: 5 }, user_day: { tokens: 6_000_000 } });
    assert.equal((await p.post<Task>(`/api/v1/tasks/${task_id}/cancel`)).body.status, "cancelled");
  });

  test("PL6 the test of a model is in the accounts of who asked for it", async () => {
    const text = JSON.stringify({ sketch_title: "Week", day_lines: ["Monday begins it."] });
    script.fault = () => ({ text, usage: { input_tokens: 70, output_tokens: 30 } });
    const p = new Person(server.base);
    assert.equal((await p.post<ModelTest>("/api/v1/settings/model/test")).body.mode, "json_schema");
    const { spent_today } = (await p.get<ModelSettings>("/api/v1/settings/model")).body;
    assert.deepEqual(spent_today, { input_tokens: 70, output_tokens: 30, cost_usd: null }, "at a price that nobody knows");
  });
});

describe("the budget of an address", () => {
  const { server, model } = useModelServer({ LLM_BUDGET_ADDRESS_DAY_TOKENS: "20000" });

  test("PL6 trying again is no new budget: the address it is asked from still counts", async () => {
    const p = new Person(server.base);
    /** The task, once it is paused or through. */
    const paused = async (task_id: string) => {
      for (;;) {
        const { body } = await p.get<Task>(`/api/v1/tasks/${task_id}`);
        if (body.paused || body.status === "completed") return body;
        await p.get(`/api/v1/tasks/${task_id}/events?after=${body.head}&wait=5`);
      }
    };
    const { task_id } = await p.generate({ goal: "bake sourdough bread" });
    assert.match((await paused(task_id)).paused?.message ?? "", /budget for one address and day/);
    const cancelled = await p.post<Task>(`/api/v1/tasks/${task_id}/cancel`);
    assert.equal(cancelled.body.paused, undefined, "what has ended is not held");
    const retry = await p.post<Task>(`/api/v1/tasks/${task_id}/retry`);
    assert.match((await paused(retry.body.task_id)).paused?.message ?? "", /budget for one address and day/);
    assert.equal(model().requests.length, 1, "what was understood is in the journal, and nothing more was asked");
  });
});

describe("a budget without room for the test of a model", () => {
  const { server, model } = useModelServer({ LLM_BUDGET_ADDRESS_DAY_TOKENS: "4000" });

  test("PL6 the test is refused in words, and the model hears nothing of it, whatever cookie asks for it", async () => {
    for (const p of [new Person(server.base), new Person(server.base)]) {
      const { status, body } = await p.post<Problem>("/api/v1/settings/model/test");
      assert.deepEqual([status, body.code], [429, "budget_spent"]);
      assert.match(
        body.detail,
        /^The budget for one address and day \(4000 tokens\) would be passed; .* Test again when there is room\.$/,
      );
    }
    assert.equal(model().requests.length, 0);
  });
});
