import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  BUDGET_SCOPES,
  type Asker,
  type Budgets,
  type BudgetScope,
  type CallRequest,
  type CallStart,
  type ProbeStart,
} from "./call.ts";
import { ContractWorld, GOAL } from "./contract-world.contract.ts";
import type { Lease } from "./record.ts";
import type { Store } from "./store.ts";

/** So much larger than what other tests spend that a budget of one and a half of it has room for exactly one call. */
const HUGE = 1_000_000_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** The budgets that bind whoever pays themselves. */
const OF_THE_PERSON: ReadonlySet<BudgetScope> = new Set(["task", "user_day"]);

/** What every Store must do to keep budgets (PL6); run on each implementation with a store of its own. */
export function budgetContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, budgets: ${name}`, () => {
    const w = new ContractWorld(open);
    let asked = 0;
    const question = (own_key = false, cost_usd: number | null = HUGE): CallRequest => ({
      key: String((asked += 1)),
      input: "",
      role: "writer",
      model: "m",
      prompt: "p",
      worst: { input_tokens: HUGE / 2, output_tokens: HUGE / 2, cost_usd },
      own_key,
    });
    const begin = (lease: Lease, budgets: Budgets, by = w.store, cost_usd: number | null = HUGE): Promise<CallStart> =>
      by.beginCall({ lease, budgets, request: question(false, cost_usd) });
    const notBilled = (start: CallStart | ProbeStart) =>
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
          const event = (await w.store.readEvents({ ...stopped, after: 0, limit: 10 })).at(-1);
          const last = JSON.parse(event?.body ?? "{}");
          assert.deepEqual([last.status, last.data.reason, last.data.scope], ["paused", "budget", scope]);
          const wait_ms = Date.parse(last.data.room_at) - Date.parse(event?.at ?? "");
          assert.ok(scope === "task" ? Number.isNaN(wait_ms) : wait_ms > 0 && wait_ms <= DAY_MS, `room in ${wait_ms} ms`);
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

    for (const scope of BUDGET_SCOPES)
      test(`PL6 a call with a person's own key ${OF_THE_PERSON.has(scope) ? "counts" : "counts nothing"} in the budget ${scope}`, async () => {
        const budgets = { [scope]: { tokens: HUGE * 1.5, usd: HUGE * 1.5 } };
        const [a, b] = await two(scope);
        const own = (lease: Lease) => w.store.beginCall({ lease, budgets, request: question(true) });
        const starts = [await own(a), await own(b), await begin(b, budgets), await begin(a, budgets)];
        const wanted = OF_THE_PERSON.has(scope) ? ["begun", "paused", "paused", "paused"] : ["begun", "begun", "begun", "paused"];
        assert.deepEqual(
          starts.map((start) => start.outcome),
          wanted,
          "two that the person pays, two that the server pays",
        );
        await Promise.all(starts.map(notBilled));
        await Promise.all([w.store.cancelTask(a), w.store.cancelTask(b)]);
      });

    test("PL6 what a person pays themselves is in the accounts they see", async () => {
      const user_id = await w.guest();
      const { task_id } = await w.create({ user_id });
      const { lease } = await w.claim(task_id);
      const start = await w.store.beginCall({ lease, budgets: {}, request: question(true) });
      assert.ok(start.outcome === "begun");
      const cost = { input_tokens: 10, output_tokens: 20, cost_usd: null };
      await w.store.finishCall({ call_id: start.call_id, answer: { text: "", finish: "stop", cost } });
      assert.deepEqual(await w.other.spentToday({ user_id }), cost);
      const [line] = await w.other.listCosts({ task_id });
      assert.deepEqual(
        [line?.calls, line?.output_tokens, line?.cost_usd],
        [1, 20, null],
        "an unknown price is unknown there, too",
      );
      await w.store.cancelTask({ task_id });
    });

    /** A probe by somebody new, from an address of their own. */
    const stranger = async () => ({ user_id: await w.guest(), address: `probe-${asked}` });
    const probe = (asker: Asker, budgets: Budgets, own_key = false, by = w.store) =>
      by.beginProbe({ asker, budgets, request: question(own_key) });

    for (const scope of BUDGET_SCOPES.filter((one) => one !== "task"))
      test(`PL6 a probe is held to the budget ${scope} like any call, and counts in it`, async () => {
        const budgets = { [scope]: { tokens: HUGE * 1.5 } };
        const asker = await stranger();
        const starts = await Promise.all([probe(asker, budgets), probe(asker, budgets, false, w.other)]);
        assert.deepEqual(starts.map((start) => start.outcome).sort(), ["begun", "over_budget"]);
        for (const start of starts)
          if (start.outcome === "over_budget") assert.match(start.message, /^The budget .* would be passed; \d+ tokens are used/);
        const { task_id } = await w.create(asker);
        const { lease } = await w.claim(task_id);
        assert.equal((await begin(lease, budgets)).outcome, "paused", "and so does a task find no room");
        await Promise.all(starts.map(notBilled));
        const after = await probe(asker, budgets);
        assert.equal(after.outcome, "begun");
        await notBilled(after);
        await w.store.cancelTask({ task_id });
      });

    test("PL6 a probe that a person pays is bound by their own day alone, the server's own by the server's", async () => {
      const asker = await stranger();
      const none = { tokens: 0 };
      const starts = [
        await probe(asker, { task: none, address_day: none, instance_day: none }, true),
        await probe(asker, { user_day: none }, true),
        await probe({ user_id: null, address: null }, { task: none, user_day: none, address_day: none }),
        await probe({ user_id: null, address: null }, { instance_day: none }),
      ];
      assert.deepEqual(
        starts.map((start) => start.outcome),
        ["begun", "over_budget", "begun", "over_budget"],
      );
      await Promise.all(starts.map(notBilled));
    });

    test("PL2 a probe is in the books before it is made, and what it cost in the person's accounts", async () => {
      const asker = await stranger();
      const [first, second] = [await probe(asker, {}, true), await probe(asker, {}, true)];
      assert.ok(first.outcome === "begun" && second.outcome === "begun");
      await w.other.failCall({ call_id: second.call_id, message: "cut off", possibly_billed: true });
      const cost = { input_tokens: 10, output_tokens: 20, cost_usd: 0.5 };
      await w.other.finishCall({ call_id: first.call_id, answer: { text: "Monday", finish: "stop", cost } });
      const unconfirmed = { calls: 1, input_tokens: HUGE / 2, output_tokens: HUGE / 2, cost_usd: HUGE };
      assert.deepEqual(await w.store.spentToday(asker), { ...cost, unconfirmed });
    });
  });
}
