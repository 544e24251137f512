import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { EventBody, ReviewDecision, Roadmap } from "@wayfinder/protocol";
import { ContractWorld, LEASE_MS, STEP, upTo } from "./contract-world.contract.ts";
import type { StepRequest, Write } from "./record.ts";
import type { Store } from "./store.ts";

/** What every Store must do with commands, journal and secrets; run on each implementation with a store of its own. */
export function commandContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, commands: ${name}`, () => {
    const w = new ContractWorld(open);

    test("PL1 a finished step of the same task or of its retry comes back with its output", async () => {
      const task = await w.create();
      const step = await w.claim(task.task_id);
      const output = { answer: [42, "四十二"] };
      const failed: EventBody = { type: "failed", final: true, error: { code: "x", message: "y" } };
      await w.store.completeStep({
        lease: step.lease,
        input_hash: step.input_hash,
        output,
        writes: [],
        events: [failed],
        next: [],
      });
      const retry = await w.retry(task);
      assert.equal(retry.retry_of, task.task_id);
      assert.equal(retry.roadmap_id, task.roadmap_id);
      assert.deepEqual((await w.claim(retry.task_id)).journalled, { output });
      const twice = await w.retry(task);
      assert.equal(twice.task_id, retry.task_id, "a second retry while one runs is that one");
    });

    test("PL7 a person decides once: a double click is one decision, and a retry of the task is not asked again", async () => {
      const task = await w.create();
      const { task_id, roadmap_id } = task;
      const { lease, input_hash } = await w.claim(task_id);
      const waiting: StepRequest = { path: "human_review", name: "human_review", input: { content: 1 }, waits: true };
      const roadmap = { roadmap_id, version: 1 } as Roadmap;
      const asked: EventBody = { type: "human_review_required", roadmap_id, version: 1 };
      const writes: Write[] = [{ kind: "roadmap", roadmap }];
      await w.store.completeStep({ lease, input_hash, output: {}, writes, events: [asked], next: [waiting] });
      const decision: ReviewDecision = { decision: "approve", version: 1 };
      const review = (by: Store, version = 1) =>
        by.reviewTask({
          task_id,
          decision: { ...decision, version },
          decide: () => ({ output: { ...decision }, events: [], next: [] }),
        });
      assert.equal((await review(w.store, 2)).outcome, "version_conflict");
      const outcomes = await Promise.all([review(w.store), review(w.other)]);
      assert.deepEqual(outcomes.map((o) => o.outcome).sort(), ["not_waiting", "resolved"]);
      await w.store.cancelTask({ task_id });
      const retry = await w.retry(task, [waiting]);
      assert.deepEqual((await w.claim(retry.task_id)).journalled, { output: { ...decision } });
    });

    test("PL10 what was answered at a review is part of the goal from then on, in all tasks of the chain, until one is removed", async () => {
      const first = await w.create();
      await w.store.cancelTask(first);
      const middle = await w.retry(first);
      await w.store.cancelTask(middle);
      const task = await w.retry(middle);
      const { task_id, roadmap_id } = task;
      const { lease, input_hash } = await w.claim(task_id);
      const waiting: StepRequest = { path: "human_review", name: "human_review", input: {}, waits: true };
      const asked: EventBody = { type: "human_review_required", roadmap_id, version: 1 };
      const writes: Write[] = [{ kind: "roadmap", roadmap: { roadmap_id, version: 1 } as Roadmap }];
      await w.store.completeStep({ lease, input_hash, output: {}, writes, events: [asked], next: [waiting] });
      const answers = [{ question: "Which flour?", answer: "rye" }];
      const decision: ReviewDecision = { decision: "approve", version: 1, answers: [{ question_id: "q", answer: "rye" }] };
      await w.store.reviewTask({
        task_id,
        decision,
        decide: () => ({ output: {}, events: [], next: [{ ...STEP, path: "after" }], answers }),
      });
      assert.deepEqual((await w.claim(task_id)).task.goal.answers, answers);
      await w.store.cancelTask({ task_id });
      const chain = await Promise.all([first, middle, task].map((each) => w.other.getTask(each)));
      for (const each of chain) assert.deepEqual(each?.goal, { ...task.goal, answers });
      await w.store.removeTask({ task_id });
      assert.equal((await w.store.getTask({ task_id }))?.goal.answers, undefined);
    });

    test("PL4 a failed try comes back after its delay; the last one settles the step", async () => {
      const { task_id } = await w.create();
      const first = await w.claim(task_id);
      const failure = { lease: first.lease, message: "no", writes: [], events: [], next: [] };
      assert.equal(await w.store.failStep({ ...failure, retry_in_ms: 60_000 }), "ok");
      const waiting = await w.store.claimSteps({ worker_id: w.worker_id, limit: 100, lease_ms: LEASE_MS });
      assert.ok(!waiting.some((s) => s.lease.task_id === task_id));
    });

    test("API an idempotency key gives the same task for the same body and refuses another", async () => {
      const key = randomUUID();
      const made = await Promise.all(upTo(5).map(() => w.store.createTask(w.newTask({ idempotency: { key, body_hash: "a" } }))));
      const ids = made.map((m) => (m.outcome === "key_reused" ? "" : m.task.task_id));
      assert.equal(new Set(ids).size, 1);
      assert.equal(made.filter((m) => m.outcome === "created").length, 1);
      assert.equal((await w.store.createTask(w.newTask({ idempotency: { key, body_hash: "b" } }))).outcome, "key_reused");
      const stranger = await w.guest();
      assert.equal(
        (await w.store.createTask(w.newTask({ user_id: stranger, idempotency: { key, body_hash: "b" } }))).outcome,
        "created",
      );
    });

    test("PL7 a task that takes another's place is named by all tasks of that one's chain", async () => {
      const task = await w.create();
      await w.store.cancelTask(task);
      const wish = { kind: "retry", key: "", task, epoch: "e", steps: [STEP] } as const;
      const retry = await w.store.followTask({ ...wish, task_id: randomUUID() });
      const made = await w.create({ supersedes: retry.task_id });
      const named = await Promise.all([task, retry, made].map((each) => w.other.getTask(each)));
      assert.deepEqual(
        named.map((each) => each?.superseded_by),
        [made.task_id, made.task_id, null],
      );
      for (const each of [retry, made]) await w.store.cancelTask(each);
    });

    test("HS4 a ticket is used once, for its task, before it expires", async () => {
      const { task_id } = await w.create();
      await w.store.saveTicket({ ticket_hash: `t-${task_id}`, task_id, user_id: w.user_id, lifetime_ms: 60_000 });
      assert.equal(await w.store.takeTicket({ ticket_hash: `t-${task_id}`, task_id: "another" }), null);
      assert.deepEqual(await w.store.takeTicket({ ticket_hash: `t-${task_id}`, task_id }), { user_id: w.user_id });
      assert.equal(await w.store.takeTicket({ ticket_hash: `t-${task_id}`, task_id }), null);
      await w.store.saveTicket({ ticket_hash: `u-${task_id}`, task_id, user_id: w.user_id, lifetime_ms: -1 });
      assert.equal(await w.store.takeTicket({ ticket_hash: `u-${task_id}`, task_id }), null);
    });
  });
}
