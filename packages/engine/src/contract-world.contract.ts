import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before } from "node:test";
import type { EventBody, Goal } from "@wayfinder/protocol";
import type { ClaimedStep, StepRequest, TaskRecord, WakeUp } from "./record.ts";
import type { NewTask, Store } from "./store.ts";

export const GOAL: Goal = {
  goal: "closures",
  level: "beginner",
  hours_per_week: 5,
  language: "en",
  review: false,
  starts_on: "2026-11-23",
  source: "catalogue",
};
export const STEP: StepRequest = { path: "intent_analysis", name: "intent_analysis", input: { b: 1, a: [2] } };
export const LEASE_MS = 60_000;
export const note = (percent: number): EventBody => ({ type: "progress", step: "intent_analysis", status: "started", percent });
export const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** A store opened twice, as two processes would, with a guest and a worker; for the tests of one `describe`. */
export class ContractWorld {
  store!: Store;
  other!: Store;
  user_id = "";
  worker_id = 0;

  constructor(open: () => Promise<Store>) {
    before(async () => {
      this.store = await open();
      this.other = await open();
      this.user_id = await this.guest();
      ({ worker_id: this.worker_id } = await this.store.registerWorker());
    });
    after(async () => {
      await this.other.close();
      await this.store.close();
    });
  }

  async guest(): Promise<string> {
    const user_id = randomUUID();
    await this.store.createGuest({ user_id, token_hash: `hash-${user_id}` });
    assert.deepEqual(await this.store.findSession({ token_hash: `hash-${user_id}` }), { user_id });
    assert.equal(await this.store.findSession({ token_hash: "unknown" }), null);
    return user_id;
  }

  newTask(more: Partial<NewTask> = {}): NewTask {
    const { user_id } = this;
    return { task_id: randomUUID(), user_id, roadmap_id: randomUUID(), epoch: "e1", goal: GOAL, steps: [STEP], ...more };
  }

  async create(more: Partial<NewTask> = {}): Promise<TaskRecord> {
    const made = await this.store.createTask(this.newTask(more));
    assert.ok(made.outcome !== "key_reused");
    return made.task;
  }

  /** Tries a task again, by default from its first step. */
  retry(task: TaskRecord, steps: readonly StepRequest[] = [STEP]): Promise<TaskRecord> {
    return this.store.followTask({ kind: "retry", key: "", task, task_id: randomUUID(), epoch: "e2", steps });
  }

  /** Claims what there is and gives the step of the task. */
  async claim(task_id: string, by: Store = this.store, worker_id = this.worker_id): Promise<ClaimedStep> {
    const steps = await by.claimSteps({ worker_id, limit: 100, lease_ms: LEASE_MS });
    const mine = steps.find((s) => s.lease.task_id === task_id);
    assert.ok(mine, "the task's step is handed out");
    return mine;
  }

  async seqs(task_id: string): Promise<number[]> {
    return (await this.store.readEvents({ task_id, after: 0, limit: 100_000 })).map((e) => e.seq);
  }
}

/** The head in the next wake-up of the task. */
export const heard = (store: Store, task_id: string) =>
  new Promise<number>((resolve) => {
    const stop = store.onWakeUp((wakeUp: WakeUp) => {
      if (wakeUp.kind !== "task" || wakeUp.task_id !== task_id) return;
      stop();
      resolve(wakeUp.head);
    });
  });
