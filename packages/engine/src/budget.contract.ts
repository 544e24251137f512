import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BUDGET_SCOPES, type Budgets, type BudgetScope, type CallStart } from "./call.ts";
import { ContractWorld, GOAL } from "./contract-world.contract.ts";
import type { Lease } from "./record.ts";
import type { Store } from "./store.ts";

/** So much larger than what other tests spend that a budget of one and a half of it has room for exactly one call. */
const HUGE = 1_000_000_000;

/** What every Store must do to keep budgets (PL6); run on each implementation with a store of its own. */
export function budgetContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, budgets: ${name}`, () => {
    const w = new ContractWorld(open);
    let asked = 0;
    const begin = (lease: Lease, budgets: Budgets, by = w.store, cost_usd: number | null = HUGE): Promise<CallStart> =>
      by.beginCall({
        lease,
        budgets,
        request: {
          key: String((asked += 1)),
          input: "",
          role: "writer",
          model: "m",
          prompt: "p",
          worst: { input_tokens: HUGE / 2, output_tokens: HUGE / 2, cost_usd },
        },
      });
    const notBilled = (start: CallStart) =>
      start.outcome === "begun"
        ? w.store.failCall({ call_id: start.call_id, message: "", possibly_billed: false })
        : Promise.resolve();

    /** Two running steps whose calls count against one budget of the scope. */
    async function two(scope: BudgetScope): Promise<[Lease, Lease]> {
      const address = `address-${asked}-${scope}`;
      const user_id = await w.guest();
      const first = await w.create({ user_id, address });
      const one = await w.claim(first.task_id);
      if (scope === "task") return [one.lease, one.lease];
      const stranger = scope === "user_day" ? user_id : await w.guest();
      const elsewhere = scope === "address_day" ? address : `${address}-2`;
      const second = await w.create({ user_id: stranger, address: elsewhere });
      return [one.lease, (await w.claim(second.task_id)).lease];
    }

    for (const scope of BUDGET_SCOPES)
      for (const limit of [{ tokens: HUGE * 1.5 }, { usd: HUGE * 1.5 }])
        test(`PL6 the budget ${scope} in ${Object.keys(limit)[0]} holds its worst case; two at once are not both the last that fits`, async () => {
          const budgets = { [scope]: limit };
          const [a, b] = await two(scope);
          const starts = await Promise.all([begin(a, budgets), begin(b, budgets, w.other)]);
          assert.deepEqual(starts.map((start) => start.outcome).sort(), ["begun", "paused"]);
          const stopped = starts[0].outcome === "paused" ? a : b;
          const task = await w.store.getTask(stopped);
          assert.equal(task?.paused?.reason, "budget");
          assert.match(task?.paused?.message ?? "", /budget/);
          const last = JSON.parse((await w.store.readEvents({ ...stopped, after: 0, limit: 10 })).at(-1)?.body ?? "{}");
          assert.deepEqual([last.status, last.data.reason], ["paused", "budget"]);
          assert.equal((await begin(stopped, {})).outcome, "paused", "also where no budget is looked at");
          await Promise.all(starts.map(notBilled));
          assert.equal((await w.store.resumeTask(stopped))?.outcome, "resumed");
          const after = await begin(stopped, budgets);
          assert.equal(after.outcome, "begun", "room again, and it goes on");
          await notBilled(after);
          await Promise.all([w.store.cancelTask(a), w.store.cancelTask(b)]);
        });

    test("PL6 others' calls do not count: another person's, another address's", async () => {
      const budgets: Budgets = {
        task: { tokens: HUGE * 1.5 },
        user_day: { tokens: HUGE * 1.5 },
        address_day: { usd: HUGE * 1.5 },
      };
      const [a, b] = await two("instance_day");
      const starts = [await begin(a, budgets), await begin(b, budgets)];
      assert.deepEqual(
        starts.map((start) => start.outcome),
        ["begun", "begun"],
      );
      await Promise.all(starts.map(notBilled));
      await Promise.all([w.store.cancelTask(a), w.store.cancelTask(b)]);
    });

    test("PL6 a call of unknown price counts in tokens only", async () => {
      const [a] = await two("task");
      const first = await begin(a, { task: { usd: 0 } }, w.store, null);
      assert.equal(first.outcome, "begun");
      assert.equal((await begin(a, { task: { tokens: HUGE * 1.5 } }, w.store, null)).outcome, "paused");
      await notBilled(first);
      await w.store.cancelTask(a);
    });

    test("PL6 a budget that stops a task is told in the language of the task", async () => {
      const { task_id } = await w.create({ goal: { ...GOAL, language: "zh" } });
      const { lease } = await w.claim(task_id);
      assert.equal((await begin(lease, { task: { usd: 1 } })).outcome, "paused");
      const task = await w.store.getTask({ task_id });
      assert.match(task?.paused?.message ?? "", /这个任务的预算（\$1\.00）/);
      await w.store.cancelTask({ task_id });
    });

    test("PL6 an answer counts with what it cost, no longer with the worst", async () => {
      const [a] = await two("task");
      const budgets: Budgets = { task: { tokens: HUGE * 1.5, usd: HUGE * 1.5 } };
      const first = await begin(a, budgets);
      assert.ok(first.outcome === "begun");
      const cost = { input_tokens: 10, output_tokens: 10, cost_usd: 0.1 };
      await w.store.finishCall({ call_id: first.call_id, answer: { text: "", finish: "stop", cost } });
      const second = await begin(a, budgets);
      assert.equal(second.outcome, "begun");
      await notBilled(second);
      await w.store.cancelTask(a);
    });
  });
}
