import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { EventBody, Goal, ReviewDecision, Roadmap } from "@wayfinder/protocol";
import type { ClaimedStep, StepRequest, WakeUp, Write } from "./record.ts";
import type { NewTask, Store } from "./store.ts";

const GOAL: Goal = {
  goal: "closures",
  level: "beginner",
  hours_per_week: 5,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
};
const STEP: StepRequest = { path: "intent_analysis", name: "intent_analysis", input: { b: 1, a: [2] } };
const note = (percent: number): EventBody => ({ type: "progress", step: "intent_analysis", status: "started", percent });
const COMPLETED: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };
const LEASE_MS = 60_000;

/**
 * What every Store must do; run on each implementation with a store of its own, opened twice as two processes would.
 *
 * `disturb` lets a stranger send garbage over the implementation's bus.
 */
export function storeContract(name: string, open: () => Promise<Store>, disturb?: () => Promise<void>): void {
  describe(`Store contract: ${name}`, () => {
    let store: Store;
    let other: Store;
    let user_id: string;
    let worker_id: number;
    before(async () => {
      store = await open();
      other = await open();
      user_id = await guest(store);
      ({ worker_id } = await store.registerWorker());
    });
    after(async () => {
      await other.close();
      await store.close();
    });

    const newTask = (more: Partial<NewTask> = {}): NewTask => ({
      task_id: randomUUID(),
      user_id,
      roadmap_id: randomUUID(),
      epoch: "e1",
      goal: GOAL,
      steps: [STEP],
      ...more,
    });
    const create = async (more: Partial<NewTask> = {}) => {
      const made = await store.createTask(newTask(more));
      assert.ok(made.outcome !== "key_reused");
      return made.task;
    };
    /** Claims until the given task's step comes up; steps of other tests are completed on the way. */
    const claim = async (task_id: string, by: Store = store, id = worker_id): Promise<ClaimedStep> => {
      const steps = await by.claimSteps({ worker_id: id, limit: 100, lease_ms: LEASE_MS });
      const mine = steps.find((s) => s.lease.task_id === task_id);
      assert.ok(mine, "the task's step is handed out");
      return mine;
    };
    const seqs = async (task_id: string) => (await store.readEvents({ task_id, after: 0, limit: 100_000 })).map((e) => e.seq);
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

    test("LG1 a completed step, its events, its writes and the next step appear together", async () => {
      const { task_id } = await create();
      const step = await claim(task_id);
      const next: StepRequest = { path: "curriculum_design", name: "curriculum_design", input: {} };
      const done = {
        lease: step.lease,
        input_hash: step.input_hash,
        output: { x: 1 },
        writes: [],
        events: [note(10)],
        next: [next],
      };
      assert.equal(await store.completeStep(done), "ok");
      const task = await other.getTask({ task_id });
      assert.deepEqual([task?.head, task?.status, task?.percent], [1, "running", 10]);
      assert.equal((await claim(task_id)).name, "curriculum_design");
    });

    test("LG1 a settlement that fails half-way leaves nothing behind", async () => {
      const { task_id } = await create();
      const step = await claim(task_id);
      const twice: StepRequest = { path: "p", name: "curriculum_design", input: {} };
      const bad = {
        lease: step.lease,
        input_hash: step.input_hash,
        output: {},
        writes: [],
        events: [note(10)],
        next: [twice, twice],
      };
      await assert.rejects(store.completeStep(bad));
      assert.deepEqual(await seqs(task_id), []);
      assert.equal(await store.appendEvents({ lease: step.lease, from: 0, events: [note(1)] }), "ok", "the lease is still held");
    });

    test("LG2 a hundred appends at once from two stores get gapless numbers", async () => {
      const { task_id } = await create();
      const { lease } = await claim(task_id);
      const appends = upTo(100).map((n) => (n % 2 ? store : other).appendEvents({ lease, from: n * 1000, events: [note(n)] }));
      const outcomes = await Promise.all(appends);
      assert.ok(outcomes.every((o) => o === "ok"));
      const numbers = await seqs(task_id);
      assert.deepEqual(numbers, upTo(numbers.length));
      assert.equal((await store.getTask({ task_id }))?.head, numbers.length);
    });

    test("LG2 pages of the log follow each other without gap", async () => {
      const { task_id } = await create();
      const { lease } = await claim(task_id);
      await store.appendEvents({ lease, from: 0, events: upTo(25).map(note) });
      const first = await store.readEvents({ task_id, after: 0, limit: 10 });
      const rest = await store.readEvents({ task_id, after: first.at(-1)!.seq, limit: 100 });
      assert.deepEqual(
        [...first, ...rest].map((e) => e.seq),
        upTo(25),
      );
      assert.deepEqual(JSON.parse(rest[0]!.body), note(11));
    });

    test("LG3 a repeated append of the same attempt is absorbed", async () => {
      const { task_id } = await create();
      const { lease } = await claim(task_id);
      await store.appendEvents({ lease, from: 0, events: [note(1), note(2)] });
      await store.appendEvents({ lease, from: 0, events: [note(1), note(2)] });
      await store.appendEvents({ lease, from: 1, events: [note(2), note(3)] });
      const events = await store.readEvents({ task_id, after: 0, limit: 10 });
      assert.deepEqual(
        events.map((e) => JSON.parse(e.body).percent),
        [1, 2, 3],
      );
    });

    test("LG3 a worker whose lease was swept changes nothing", async () => {
      const { task_id } = await create();
      const [old] = (await store.claimSteps({ worker_id, limit: 100, lease_ms: -1 })).filter((s) => s.lease.task_id === task_id);
      assert.ok(old);
      assert.ok((await store.sweepLeases()) >= 1);
      const now = await claim(task_id, other, (await other.registerWorker()).worker_id);
      assert.equal(now.attempt, 2);
      assert.equal(await store.appendEvents({ lease: old.lease, from: 0, events: [note(1)] }), "lost");
      const late = { lease: old.lease, input_hash: old.input_hash, output: {}, writes: [], events: [note(2)], next: [] };
      assert.equal(await store.completeStep(late), "lost");
      assert.equal(await store.failStep({ ...late, message: "x", retry_in_ms: null }), "lost");
      assert.deepEqual(await store.renewLeases({ worker_id, tokens: [old.lease.token], lease_ms: LEASE_MS }), []);
      assert.deepEqual(await seqs(task_id), []);
    });

    test("LG3 a step is handed to one worker only", async () => {
      const made = await Promise.all(upTo(40).map(() => create()));
      const second = (await other.registerWorker()).worker_id;
      const claims = await Promise.all(
        upTo(20).flatMap(() => [
          store.claimSteps({ worker_id, limit: 3, lease_ms: LEASE_MS }),
          other.claimSteps({ worker_id: second, limit: 3, lease_ms: LEASE_MS }),
        ]),
      );
      const mine = claims.flat().filter((s) => made.some((t) => t.task_id === s.lease.task_id));
      assert.equal(new Set(mine.map((s) => s.lease.task_id)).size, mine.length);
      assert.equal(mine.length, 40);
    });

    test("LG4 the epoch on the wire holds the task's and the database's identity", async () => {
      const { epoch } = await create({ epoch: "abc" });
      assert.equal(epoch, `abc.${store.identity()}`);
      assert.equal(store.identity(), other.identity());
    });

    test("LG6 nothing is appended after the final event, and it stands once", async () => {
      const { task_id } = await create();
      const step = await claim(task_id);
      const done = { lease: step.lease, input_hash: step.input_hash, output: {}, writes: [], events: [COMPLETED], next: [] };
      const outcomes = await Promise.all([store.completeStep(done), other.completeStep(done), other.cancelTask({ task_id })]);
      const bodies = (await store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body));
      assert.equal(bodies.length, 1, `${JSON.stringify(outcomes)} left one event`);
      assert.equal(bodies[0].final, true);
      assert.equal(await store.appendEvents({ lease: step.lease, from: 9, events: [note(1)] }), "lost");
    });

    test("LG7 a commit wakes this process at once and the other by the bus", async () => {
      const { task_id } = await create();
      const { lease } = await claim(task_id);
      const here = heard(store, task_id);
      const there = heard(other, task_id);
      await store.appendEvents({ lease, from: 0, events: [note(1)] });
      assert.deepEqual([await here, await there], [1, 1]);
      assert.deepEqual(await store.readHeads({ task_ids: [task_id, "nobody"] }), [{ task_id, head: 1 }]);
    });

    test("LG7 a notification that is not ours is passed over", async () => {
      await disturb?.();
      const { task_id } = await create();
      const { lease } = await claim(task_id);
      const there = heard(other, task_id);
      await store.appendEvents({ lease, from: 0, events: [note(1)] });
      assert.equal(await there, 1);
    });

    test("LG8 cancel ends a task in every state, once", async () => {
      const queued = await create();
      assert.equal((await store.cancelTask(queued))?.outcome, "cancelled");
      const again = await store.cancelTask(queued);
      assert.deepEqual([again?.outcome, again?.task.status], ["already", "cancelled"]);
      const running = await create();
      const { lease } = await claim(running.task_id);
      assert.equal((await store.cancelTask(running))?.outcome, "cancelled");
      assert.equal(await store.appendEvents({ lease, from: 0, events: [note(1)] }), "lost");
      assert.equal(await store.cancelTask({ task_id: "nobody" }), null);
    });

    test("PL1 a finished step of the same task or of its retry comes back with its output", async () => {
      const task = await create();
      const step = await claim(task.task_id);
      const output = { answer: [42, "四十二"] };
      const failed: EventBody = { type: "failed", final: true, error: { code: "x", message: "y" } };
      await store.completeStep({
        lease: step.lease,
        input_hash: step.input_hash,
        output,
        writes: [],
        events: [failed],
        next: [],
      });
      const retry = await store.retryTask({ task, task_id: randomUUID(), epoch: "e2", steps: [STEP] });
      assert.equal(retry.retry_of, task.task_id);
      assert.equal(retry.roadmap_id, task.roadmap_id);
      assert.deepEqual((await claim(retry.task_id)).journalled, { output });
      const twice = await store.retryTask({ task, task_id: randomUUID(), epoch: "e3", steps: [STEP] });
      assert.equal(twice.task_id, retry.task_id, "a second retry while one runs is that one");
    });

    test("PL7 a person decides once: a double click is one decision, and a retry of the task is not asked again", async () => {
      const task = await create();
      const { task_id, roadmap_id } = task;
      const { lease, input_hash } = await claim(task_id);
      const waiting: StepRequest = { path: "human_review", name: "human_review", input: { content: 1 }, waits: true };
      const roadmap = { roadmap_id, version: 1 } as Roadmap;
      const asked: EventBody = { type: "human_review_required", roadmap_id, version: 1 };
      const writes: Write[] = [{ kind: "roadmap", roadmap }];
      await store.completeStep({ lease, input_hash, output: {}, writes, events: [asked], next: [waiting] });
      const decision: ReviewDecision = { decision: "approve", version: 1 };
      const review = (by: Store, version = 1) =>
        by.reviewTask({ task_id, decision: { ...decision, version }, events: [], next: () => [] });
      assert.equal((await review(store, 2)).outcome, "version_conflict");
      const outcomes = await Promise.all([review(store), review(other)]);
      assert.deepEqual(outcomes.map((o) => o.outcome).sort(), ["not_waiting", "resolved"]);
      await store.cancelTask({ task_id });
      const retry = await store.retryTask({ task, task_id: randomUUID(), epoch: "e2", steps: [waiting] });
      assert.deepEqual((await claim(retry.task_id)).journalled, { output: decision });
      assert.equal((await store.newestOf(task))?.task_id, retry.task_id);
    });

    test("PL4 a failed try comes back after its delay; the last one settles the step", async () => {
      const { task_id } = await create();
      const first = await claim(task_id);
      const failure = { lease: first.lease, message: "no", writes: [], events: [], next: [] };
      assert.equal(await store.failStep({ ...failure, retry_in_ms: 60_000 }), "ok");
      const waiting = await store.claimSteps({ worker_id, limit: 100, lease_ms: LEASE_MS });
      assert.ok(!waiting.some((s) => s.lease.task_id === task_id));
    });

    test("API an idempotency key gives the same task for the same body and refuses another", async () => {
      const key = randomUUID();
      const made = await Promise.all(upTo(5).map(() => store.createTask(newTask({ idempotency: { key, body_hash: "a" } }))));
      const ids = made.map((m) => (m.outcome === "key_reused" ? "" : m.task.task_id));
      assert.equal(new Set(ids).size, 1);
      assert.equal(made.filter((m) => m.outcome === "created").length, 1);
      assert.equal((await store.createTask(newTask({ idempotency: { key, body_hash: "b" } }))).outcome, "key_reused");
      const stranger = await guest(store);
      assert.equal(
        (await store.createTask(newTask({ user_id: stranger, idempotency: { key, body_hash: "b" } }))).outcome,
        "created",
      );
    });

    test("HS4 a ticket is used once, for its task, before it expires", async () => {
      const { task_id } = await create();
      await store.saveTicket({ ticket_hash: `t-${task_id}`, task_id, user_id, lifetime_ms: 60_000 });
      assert.equal(await store.takeTicket({ ticket_hash: `t-${task_id}`, task_id: "another" }), null);
      assert.deepEqual(await store.takeTicket({ ticket_hash: `t-${task_id}`, task_id }), { user_id });
      assert.equal(await store.takeTicket({ ticket_hash: `t-${task_id}`, task_id }), null);
      await store.saveTicket({ ticket_hash: `u-${task_id}`, task_id, user_id, lifetime_ms: -1 });
      assert.equal(await store.takeTicket({ ticket_hash: `u-${task_id}`, task_id }), null);
    });
  });
}

async function guest(store: Store): Promise<string> {
  const user_id = randomUUID();
  await store.createGuest({ user_id, token_hash: `hash-${user_id}` });
  assert.deepEqual(await store.findSession({ token_hash: `hash-${user_id}` }), { user_id });
  assert.equal(await store.findSession({ token_hash: "unknown" }), null);
  return user_id;
}

const heard = (store: Store, task_id: string) =>
  new Promise<number>((resolve) => {
    const stop = store.onWakeUp((wakeUp: WakeUp) => {
      if (wakeUp.kind !== "task" || wakeUp.task_id !== task_id) return;
      stop();
      resolve(wakeUp.head);
    });
  });
