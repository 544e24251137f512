import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { CallAnswer, CallRequest } from "./call.ts";
import { ContractWorld, note, STEP } from "./contract-world.contract.ts";
import type { ClaimedStep, Lease, TaskRecord } from "./record.ts";
import type { Store } from "./store.ts";

const REQUEST: CallRequest = {
  key: "tutorial/1",
  input: "What is a closure?",
  role: "writer",
  model: "test/model",
  prompt: "tutorial@1.0.0",
  worst: { input_tokens: 30, output_tokens: 200, cost_usd: 0.5 },
};
const ANSWER: CallAnswer = {
  text: '```json\n{"title": ',
  finish: "length",
  cost: { input_tokens: 25, output_tokens: 100, cost_usd: 0.25 },
};

/** What every Store must do with the journal of paid calls; run on each implementation with a store of its own. */
export function callContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, calls: ${name}`, () => {
    const w = new ContractWorld(open);
    const begin = (lease: Lease, more: Partial<CallRequest> = {}, by = w.store) =>
      by.beginCall({ lease, request: { ...REQUEST, ...more }, budgets: {} });

    async function begun(lease: Lease, more: Partial<CallRequest> = {}): Promise<number> {
      const start = await begin(lease, more);
      assert.ok(start.outcome === "begun", start.outcome);
      return start.call_id;
    }

    /** A task whose only step is running. */
    async function running(): Promise<ClaimedStep & { readonly whole: TaskRecord }> {
      const whole = await w.create();
      return { ...(await w.claim(whole.task_id)), whole };
    }

    /** The same step after its worker was lost. */
    async function lostAndClaimed({ lease }: ClaimedStep): Promise<ClaimedStep> {
      await w.store.renewLeases({ worker_id: w.worker_id, tokens: [lease.token], lease_ms: -1 });
      await w.other.sweepLeases();
      return w.claim(lease.task_id);
    }
    const usageOf = async (task_id: string) => (await w.other.getTask({ task_id }))?.usage;

    test("PL2 a call is in the books before it is made, and its raw answer before anybody reads it", async () => {
      const step = await running();
      const { task_id } = step.lease;
      const call_id = await begun(step.lease);
      const [before] = await w.other.listCosts({ task_id });
      assert.deepEqual([before?.path, before?.role, before?.model, before?.calls], [STEP.path, "writer", "test/model", 1]);
      assert.deepEqual([before?.input_tokens, before?.output_tokens, before?.cost_usd], [0, 0, 0]);
      await w.store.finishCall({ call_id, answer: ANSWER });
      assert.deepEqual(await usageOf(task_id), { input_tokens: 25, output_tokens: 100, cost_usd: 0.25 });
      const [told] = (await w.store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body));
      assert.deepEqual([told.type, told.usage.output_tokens], ["usage", 100]);
      const again = await lostAndClaimed(step);
      assert.deepEqual(await begin(again.lease), { outcome: "finished", answer: ANSWER }, "word for word");
      assert.equal((await w.store.listCosts({ task_id }))[0]?.calls, 1, "and not begun again");
    });

    test("PL1 a retry of the task gets the answers of the first; another question is asked anew", async () => {
      const { lease, whole } = await running();
      await w.store.finishCall({ call_id: await begun(lease), answer: ANSWER });
      assert.equal((await begin(lease, { input: "What is a cloister?" })).outcome, "begun");
      assert.equal((await begin(lease, { key: "tutorial/2" })).outcome, "begun");
      await w.store.cancelTask(whole);
      const retry = await w.retry(whole);
      const second = await w.claim(retry.task_id);
      assert.equal((await begin(second.lease)).outcome, "finished");
      assert.deepEqual(await w.store.listCosts(retry), [], "and pays nothing for them");
      await w.store.cancelTask(retry);
    });

    test("PL2 whoever has lost the step begins nothing, nor whoever's task has ended", async () => {
      const step = await running();
      const again = await lostAndClaimed(step);
      assert.equal((await begin(step.lease)).outcome, "lost");
      await w.store.cancelTask(step.whole);
      assert.equal((await begin(again.lease)).outcome, "lost");
      assert.deepEqual(await w.store.listCosts(step.whole), []);
    });

    test("PL2 a zombie's answer was paid for: it is kept, counted, and given to who asks next", async () => {
      const step = await running();
      const call_id = await begun(step.lease);
      const again = await lostAndClaimed(step);
      const second = await begun(again.lease);
      await w.other.finishCall({ call_id, answer: ANSWER });
      const third = await lostAndClaimed(again);
      assert.deepEqual(await begin(third.lease), { outcome: "finished", answer: ANSWER });
      await w.store.failCall({ call_id: second, message: "cut", possibly_billed: false });
      assert.deepEqual(await usageOf(step.lease.task_id), { input_tokens: 25, output_tokens: 100, cost_usd: 0.25 });
      await w.store.cancelTask(step.whole);
    });

    test("PL2 an answer that comes after the task has ended is kept, and its log stays as it is", async () => {
      const step = await running();
      const call_id = await begun(step.lease);
      await w.store.cancelTask(step.whole);
      const { task_id } = step.lease;
      const unconfirmed = { calls: 1, input_tokens: 30, output_tokens: 200, cost_usd: 0.5 };
      assert.deepEqual(await usageOf(task_id), { input_tokens: 0, output_tokens: 0, cost_usd: 0, unconfirmed });
      const told = (await w.store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body).type);
      assert.deepEqual(told, ["usage", "cancelled"], "what was in flight may have been billed");
      await w.store.finishCall({ call_id, answer: ANSWER });
      assert.deepEqual(await w.seqs(task_id), [1, 2]);
      assert.equal((await w.store.listCosts(step.whole))[0]?.cost_usd, 0.25);
      assert.deepEqual(await usageOf(task_id), { input_tokens: 25, output_tokens: 100, cost_usd: 0.25 });
    });

    test("PL2 calls that were lost or cut off count as possibly billed, those that never left do not", async () => {
      const user_id = await w.guest();
      const whole = await w.create({ user_id });
      const step = await w.claim(whole.task_id);
      await begun(step.lease);
      const again = await lostAndClaimed(step);
      const second = await begun(again.lease);
      const lost = { calls: 1, input_tokens: 30, output_tokens: 200, cost_usd: 0.5 };
      assert.deepEqual((await w.store.spentToday({ user_id })).unconfirmed, lost);
      await w.store.failCall({ call_id: second, message: "refused", possibly_billed: false });
      assert.deepEqual(await usageOf(whole.task_id), { input_tokens: 0, output_tokens: 0, cost_usd: 0, unconfirmed: lost });
      const third = await begun(again.lease);
      await w.store.failCall({ call_id: third, message: "cut off", possibly_billed: true });
      const twice = { calls: 2, input_tokens: 60, output_tokens: 400, cost_usd: 1 };
      assert.deepEqual((await usageOf(whole.task_id))?.unconfirmed, twice);
      await w.store.cancelTask(whole);
    });

    test("PL2 the call of another task that asks the same is at work, not lost", async () => {
      const { lease, whole } = await running();
      const call_id = await begun(lease);
      const wish = { kind: "content", key: "", task: whole, epoch: "e", steps: [STEP] } as const;
      const beside = await w.store.followTask({ ...wish, task_id: randomUUID() });
      const second = await begun((await w.claim(beside.task_id)).lease);
      await w.store.finishCall({ call_id: second, answer: ANSWER });
      assert.equal((await usageOf(whole.task_id))?.unconfirmed, undefined);
      await w.store.finishCall({ call_id, answer: ANSWER });
      for (const task of [whole, beside]) {
        const paid = { input_tokens: 25, output_tokens: 100, cost_usd: 0.25 };
        assert.deepEqual(await usageOf(task.task_id), paid);
        await w.store.cancelTask(task);
      }
    });

    test("PL6 an unknown price is unknown, also in sums; unknown tokens count as the worst", async () => {
      const { lease, whole } = await running();
      await w.store.finishCall({ call_id: await begun(lease), answer: ANSWER });
      const unknown = { ...ANSWER, cost: { input_tokens: 1, output_tokens: 1, cost_usd: null } };
      await w.store.finishCall({ call_id: await begun(lease, { key: "b" }), answer: unknown });
      assert.deepEqual(await usageOf(lease.task_id), { input_tokens: 26, output_tokens: 101, cost_usd: null });
      await w.store.finishCall({ call_id: await begun(lease, { key: "c" }), answer: { ...ANSWER, cost: null } });
      assert.deepEqual(await usageOf(lease.task_id), { input_tokens: 56, output_tokens: 301, cost_usd: null });
      await w.store.cancelTask(whole);
    });

    test("PL3 answers that led to a failure are asked anew once the step was given up, and kept while it is tried again", async () => {
      const step = await running();
      const { lease, whole } = step;
      await w.store.finishCall({ call_id: await begun(lease), answer: ANSWER });
      const failure = { message: "no", writes: [], events: [], next: [] };
      await w.store.failStep({ ...failure, lease, retry_in_ms: 0 });
      const again = await w.claim(lease.task_id);
      assert.equal((await begin(again.lease)).outcome, "finished");
      const ended = { type: "failed", final: true, error: { code: "x", message: "y" } } as const;
      await w.store.failStep({ ...failure, lease: again.lease, retry_in_ms: null, events: [ended] });
      const retry = await w.retry(whole);
      assert.equal((await begin((await w.claim(retry.task_id)).lease)).outcome, "begun");
      assert.equal((await w.store.listCosts(whole))[0]?.output_tokens, 100, "what was paid stays paid");
      await w.store.cancelTask(retry);
    });

    test("PL1 answers outlive a step that failed for another reason than what they said", async () => {
      const { lease, whole } = await running();
      await w.store.finishCall({ call_id: await begun(lease), answer: ANSWER });
      const ended = { type: "failed", final: true, error: { code: "x", message: "the key was refused" } } as const;
      const failure = { message: "the key was refused", writes: [], events: [ended], next: [] };
      await w.store.failStep({ ...failure, lease, retry_in_ms: null, keep_answers: true });
      const retry = await w.retry(whole);
      assert.equal((await begin((await w.claim(retry.task_id)).lease)).outcome, "finished");
      await w.store.cancelTask(retry);
    });

    const REFUSED = { message: "the key was refused", possibly_billed: false, standing: "key_refused" };

    test("PL4 a failure that stands refuses the calls to the same model that come after it; no other model, payer or task", async () => {
      const { lease, whole } = await running();
      const kept = await begun(lease, { key: "before" });
      await w.store.finishCall({ call_id: kept, answer: ANSWER });
      await w.store.failCall({ call_id: await begun(lease), message: "busy", possibly_billed: false });
      await w.store.failCall({ call_id: await begun(lease), ...REFUSED });
      const { possibly_billed: _, ...refusal } = REFUSED;
      for (const key of [REQUEST.key, "tutorial/2"])
        assert.deepEqual(await begin(lease, { key }, w.other), { outcome: "refused", ...refusal });
      assert.equal((await begin(lease, { key: "before" })).outcome, "finished", "what is known needs no call");
      assert.equal((await begin(lease, { model: "test/another" })).outcome, "begun");
      assert.equal((await begin(lease, { own_key: true })).outcome, "begun");
      assert.equal((await w.store.listCosts(whole)).find(({ model }) => model === REQUEST.model)?.calls, 4);
      await w.store.cancelTask(whole);
      const retry = await w.retry(whole);
      assert.equal((await begin((await w.claim(retry.task_id)).lease, { key: "tutorial/2" })).outcome, "begun");
      await w.store.cancelTask(retry);
    });

    test("PL5 whoever resumes a task may have mended what stood: it is tried again", async () => {
      const { lease, whole } = await running();
      await w.store.failCall({ call_id: await begun(lease), ...REFUSED });
      await w.store.pauseTask({ ...whole, pause: { reason: "user", message: "a new key" } });
      assert.equal((await begin(lease)).outcome, "paused");
      await w.store.resumeTask(whole);
      assert.equal((await begin(lease)).outcome, "begun");
      await w.store.cancelTask(whole);
    });

    test("LG10 the answers go with the journal: what is left of a call is what it cost", async () => {
      const { lease, whole } = await running();
      await w.store.appendEvents({ lease, from: 0, events: [note(1)] });
      await w.store.finishCall({ call_id: await begun(lease), answer: ANSWER });
      await w.store.cancelTask(whole);
      await w.store.removeTask(whole);
      assert.equal((await w.store.listCosts(whole))[0]?.cost_usd, 0.25);
      const retry = await w.retry(whole);
      assert.equal((await begin((await w.claim(retry.task_id)).lease)).outcome, "begun");
      await w.store.cancelTask(retry);
    });
  });
}
