import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EventBody, Goal, Roadmap } from "@wayfinder/protocol";
import { ContractWorld, GOAL, LEASE_MS, note, STEP, upTo } from "./contract-world.contract.ts";
import type { ClaimedStep, ClaimRequest, StepRequest, TaskRecord, Write } from "./record.ts";
import type { Completion, NewTask, Store } from "./store.ts";
import type { Standing } from "./workflow.ts";

/** Steps of one task that run at once. */
const PER_TASK = 8;

/** What every Store must do with steps of one task that run side by side. */
export function parallelContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, parallel steps: ${name}`, () => {
    const w = new ContractWorld(open);
    const unit = (n: number): StepRequest => ({ path: `content/${n}`, name: "content_generation", input: n });

    /** A task with a roadmap and as many units to write. */
    async function fanned(units: number, more: Partial<NewTask> = {}): Promise<TaskRecord> {
      const task = await w.create(more);
      const { lease, input_hash } = await w.claim(task.task_id);
      const concepts = Array.from({ length: units }, (_, n) => ({ concept_id: `c${n}` }));
      const roadmap = { roadmap_id: task.roadmap_id, version: 1, stages: [{ modules: [{ concepts }] }] } as Roadmap;
      const next = upTo(units).map(unit);
      await w.store.completeStep({ lease, input_hash, output: 0, writes: [{ kind: "roadmap", roadmap }], events: [], next });
      return task;
    }
    async function claimed(task_id?: string): Promise<ClaimedStep[]> {
      const steps = await w.store.claimSteps({ worker_id: w.worker_id, limit: 10_000, lease_ms: LEASE_MS });
      return task_id === undefined ? steps : steps.filter((s) => s.lease.task_id === task_id);
    }
    const settled = ({ open, total, failed_units }: Standing): EventBody[] =>
      open > 0
        ? [note((100 * (total - open)) / total)]
        : [{ type: "completed", final: true, roadmap_id: "r", failed_units: [...failed_units] }];
    const completion = ({ lease, input_hash }: ClaimedStep, writes: Write[] = []): Completion => ({
      lease,
      input_hash,
      output: 1,
      writes,
      events: [],
      next: [],
      settled,
    });
    const bodiesOf = async (task_id: string) =>
      (await w.store.readEvents({ task_id, after: 0, limit: 1_000 })).map((e) => JSON.parse(e.body));
    const typesOf = async (task_id: string): Promise<string[]> => (await bodiesOf(task_id)).map(({ type }) => type);

    test("PL a task has at most eight steps running, and the next as soon as one ends", async () => {
      const { task_id } = await fanned(20);
      const first = await claimed(task_id);
      assert.equal(first.length, PER_TASK);
      assert.deepEqual(await claimed(task_id), []);
      for (const step of first.slice(0, 3)) await w.store.completeStep(completion(step));
      assert.equal((await claimed(task_id)).length, 3);
      await w.store.cancelTask({ task_id });
    });

    test("PL7 of units that end at once in two processes exactly one tells that the task is done, with all that failed", async () => {
      for (const turns of [1, 2, 3]) {
        const { task_id } = await fanned(PER_TASK);
        const steps = await claimed(task_id);
        const failure = (n: number): Write => ({
          kind: "content_failed",
          concept_id: `c${n}`,
          content: "quiz",
          reason: "because",
        });
        const outcomes = await Promise.all(
          steps.map((step, n) => {
            const by = (n + turns) % 2 === 0 ? w.store : w.other;
            if (n % 3 > 0) return by.completeStep(completion(step));
            const given = { lease: step.lease, message: "no", retry_in_ms: null, events: [], next: [], settled };
            return by.failStep({ ...given, writes: [failure(n)] });
          }),
        );
        assert.ok(outcomes.every((outcome) => outcome === "ok"));
        const types = await typesOf(task_id);
        assert.deepEqual(types.filter((type) => type === "completed").length, 1);
        assert.deepEqual([types.length, types.at(-1)], [PER_TASK, "completed"]);
        const told = await bodiesOf(task_id);
        const last = told.at(-1);
        assert.deepEqual(
          told.slice(0, -1).map(({ percent }) => percent),
          upTo(PER_TASK - 1).map((n) => (100 * n) / PER_TASK),
        );
        assert.deepEqual(
          last.failed_units.map((f: { unit: string }) => f.unit),
          ["c0/quiz", "c3/quiz", "c6/quiz"],
        );
      }
    });

    test("PL5 cancel, sweep, pause and the ends of hundreds of parallel steps lock nobody out for ever", async () => {
      const tasks: TaskRecord[] = [];
      // a claim takes what there is, so they are made one after the other
      for (const _ of upTo(30)) {
        const task = await fanned(PER_TASK + 2);
        await w.store.pauseTask({ ...task, pause: { reason: "user", message: "" } });
        tasks.push(task);
      }
      await Promise.all(tasks.map((task) => w.store.resumeTask(task)));
      const mine = new Set(tasks.map((task) => task.task_id));
      const sides = [w.store, w.other] as const;
      for (let left = 3; left > 0; left -= 1) {
        const steps = (await claimed()).filter((step) => mine.has(step.lease.task_id));
        const tokens = steps.map((step) => step.lease.token);
        await Promise.all([
          ...steps.map((step, n) => sides[n % 2 === 0 ? 0 : 1].completeStep(completion(step))),
          ...steps.map(({ lease }, n) => sides[n % 2 === 0 ? 1 : 0].appendEvents({ lease, from: 0, events: [note(1)] })),
          ...tasks.filter((_, n) => n % 3 === left % 3 && left < 3).map((task, n) => sides[n % 2 === 0 ? 0 : 1].cancelTask(task)),
          ...upTo(5).map(() => w.other.sweepLeases()),
          w.store.renewLeases({ worker_id: w.worker_id, tokens, lease_ms: LEASE_MS }),
          ...tasks.map((task) => w.other.pauseTask({ ...task, pause: { reason: "user", message: "" } })),
        ]);
        await Promise.all(tasks.map((task) => w.store.resumeTask(task)));
      }
      for (const { task_id } of tasks) {
        await w.store.cancelTask({ task_id });
        const seqs = await w.seqs(task_id);
        assert.deepEqual(seqs, upTo(seqs.length));
        const finals = (await typesOf(task_id)).filter((type) => type === "completed" || type === "cancelled");
        assert.equal(finals.length, 1);
      }
    });

    test("PL one person's calls leave room for another's, however many tasks they have, and what calls nobody waits for none", async () => {
      const model: Goal = { ...GOAL, source: "model" };
      const [busy, other] = [await w.guest(), await w.guest()];
      const people = [...upTo(5).map(() => busy), other];
      const tasks: TaskRecord[] = [];
      for (const user_id of people) {
        const task = await fanned(user_id === busy ? PER_TASK : 2, { user_id, goal: model });
        await w.store.pauseTask({ ...task, pause: { reason: "user", message: "" } });
        tasks.push(task);
      }
      tasks.push(await w.create());
      for (const task of tasks.slice(0, people.length)) await w.store.resumeTask(task);
      const claim = async (more: Omit<ClaimRequest, "worker_id" | "lease_ms">) => {
        const steps = await w.store.claimSteps({ worker_id: w.worker_id, lease_ms: LEASE_MS, ...more });
        return steps.map(({ task, is_quiet }) => (is_quiet ? "quiet" : task.user_id));
      };
      const count = (who: readonly string[], id: string) => who.filter((each) => each === id).length;
      const first = await claim({ limit: 40, calling_limit: 4 });
      assert.deepEqual([first.length, count(first, "quiet"), count(first, busy), count(first, other)], [5, 1, 2, 2]);
      const calling = { [busy]: 2, [other]: 2 };
      const more = await claim({ limit: 40, calling_limit: 30, calling });
      assert.deepEqual([more.length, count(more, busy)], [22, 22], "24 of a worker's slots for one person");
      assert.deepEqual(await claim({ limit: 40, calling: { ...calling, [busy]: 24 } }), []);
      const another = await claim({ limit: 3, calling: {} });
      assert.deepEqual(another, [busy, busy, busy], "another worker has slots of its own");
      for (const task of tasks) await w.store.cancelTask(task);
    });

    test("PL the first steps of a later task do not wait for all of an earlier one", async () => {
      const big = await fanned(30);
      const small = await w.create();
      const steps = await w.store.claimSteps({ worker_id: w.worker_id, limit: 4, lease_ms: LEASE_MS });
      assert.ok(steps.some((step) => step.lease.task_id === small.task_id));
      assert.ok(steps.some((step) => step.lease.task_id === big.task_id && step.name !== STEP.name));
      await Promise.all([w.store.cancelTask(big), w.store.cancelTask(small)]);
    });
  });
}
