import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { GOAL } from "./contract-world.contract.ts";
import type { StepRequest, TaskRecord } from "./record.ts";
import type { NewTask, Store } from "./store.ts";
import { Worker, type WorkerOptions } from "./worker.ts";
import { StepRefusal } from "./step-failure.ts";
import { type StepContext, type StepDefinition, type StepResult, type Workflow } from "./workflow.ts";

const FIRST: StepRequest = { path: "intent_analysis", name: "intent_analysis", input: {} };
const began: EventBody = { type: "progress", step: "intent_analysis", status: "started", percent: 1 };
const FAILED: EventBody = { type: "failed", final: true, error: { code: "x", message: "given up" } };
const DONE: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };

/** One step whose run is the test's own. */
function oneStep(run: (context: StepContext) => Promise<StepResult>, more: Partial<StepDefinition> = {}): Workflow {
  const definition: StepDefinition = {
    begin: () => [began],
    run,
    tell: () => ({ events: [DONE], next: [] }),
    giveUp: () => ({ events: [FAILED], next: [], writes: [] }),
    ...more,
  };
  return { first: () => [FIRST], definition: () => definition, review: () => ({ output: null, events: [], next: [] }) };
}

/** What a worker must do over any Store. */
export function workerContract(name: string, open: () => Promise<Store>): void {
  describe(`Worker contract: ${name}`, () => {
    let store: Store;
    const user_id = randomUUID();
    const workers: Worker[] = [];
    before(async () => {
      store = await open();
      await store.createGuest({ user_id, token_hash: user_id });
    });
    after(async () => {
      await Promise.all(workers.map((w) => w.stop()));
      await store.close();
    });

    function worker(workflow: Workflow, more: Partial<WorkerOptions> = {}): Worker {
      const made = new Worker({
        store,
        workflow,
        budgets: {},
        random: () => 0,
        nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
        onFailure: () => {},
        onError: (error) => {
          throw error;
        },
        ...more,
      });
      workers.push(made);
      return made;
    }

    async function create(more: Partial<NewTask> = {}): Promise<string> {
      const task_id = randomUUID();
      await store.createTask({ task_id, user_id, roadmap_id: randomUUID(), epoch: "e", goal: GOAL, steps: [FIRST], ...more });
      return task_id;
    }

    /** Resolves when the task has ended, woken by its events; polls the worker for retries that are due. */
    async function ended(task_id: string, w: Worker): Promise<TaskRecord> {
      for (;;) {
        const woken = new Promise<void>((resolve) => {
          const stop = store.onWakeUp(() => {
            stop();
            resolve();
          });
        });
        const task = await store.getTask({ task_id });
        if (task && ["completed", "failed", "cancelled"].includes(task.status)) return task;
        await w.poll();
        await Promise.race([woken, new Promise((resolve) => setImmediate(resolve))]);
      }
    }

    test("PL1 a step is run, told and settled", async () => {
      let runs = 0;
      const w = worker(oneStep(async () => ({ output: (runs += 1) })));
      const task = await ended(await create(), w);
      await w.stop();
      assert.deepEqual([task.status, task.head, runs], ["completed", 2, 1]);
    });

    test("PL a catalogue's generation does not wait for a model that everybody else waits for", async () => {
      const silent = Promise.withResolvers<void>();
      const w = worker(
        oneStep(async ({ step }) => {
          if (step.task.goal.source === "model") await silent.promise;
          return { output: null };
        }),
      );
      const waiting: string[] = [];
      for (let person = 0; person < 2; person += 1) {
        const asker = randomUUID();
        await store.createGuest({ user_id: asker, token_hash: asker });
        for (let n = 0; n < 20; n += 1) waiting.push(await create({ user_id: asker, goal: { ...GOAL, source: "model" } }));
      }
      await w.poll();
      assert.equal(w.running, 32);
      assert.equal((await ended(await create(), w)).status, "completed");
      silent.resolve();
      for (const task_id of waiting) assert.equal((await ended(task_id, w)).status, "completed");
      await w.stop();
    });

    test("PL4 a failing step is tried five times, then what it means is told", async () => {
      let runs = 0;
      const w = worker(
        oneStep(async () => {
          runs += 1;
          throw new Error("the network");
        }),
      );
      const task = await ended(await create(), w);
      await w.stop();
      assert.deepEqual([task.status, task.error?.message, runs], ["failed", "given up", 5]);
    });

    test("MS6 what nobody foresaw is told in words for people, in their language, without its own", async () => {
      const giveUp = (_: unknown, message: string) => ({
        events: [{ ...FAILED, error: { code: "x", message } }],
        next: [],
        writes: [],
      });
      const run = () => Promise.reject(new Error('column "secret" does not exist'));
      const w = worker(oneStep(run, { giveUp }));
      const task = await ended(await create(), w);
      await w.stop();
      assert.match(task.error?.message ?? "", /^Something went wrong on this server/);
    });

    test("PL4 a refusal is final at once", async () => {
      let runs = 0;
      const w = worker(
        oneStep(async () => {
          runs += 1;
          throw new StepRefusal("no such goal");
        }),
      );
      const task = await ended(await create(), w);
      await w.stop();
      assert.deepEqual([task.status, runs], ["failed", 1]);
    });

    test("PL5 cancel aborts a running step, which then changes nothing", async () => {
      const running = Promise.withResolvers<AbortSignal>();
      const w = worker(
        oneStep(({ signal }) => {
          running.resolve(signal);
          return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
        }),
      );
      const task_id = await create();
      await w.poll();
      const signal = await running.promise;
      await store.cancelTask({ task_id });
      assert.ok(signal.aborted);
      await w.stop();
      const events = await store.readEvents({ task_id, after: 0, limit: 10 });
      assert.deepEqual(
        events.map((e) => JSON.parse(e.body).type),
        ["progress", "cancelled"],
      );
    });

    test("LG3 a lost lease aborts its run at the next renewal; only the later run counts", async () => {
      let runs = 0;
      const first = Promise.withResolvers<StepContext>();
      const w = worker(
        oneStep((context) => {
          runs += 1;
          if (runs > 1) return Promise.resolve({ output: "in time" });
          first.resolve(context);
          return new Promise((resolve) => context.signal.addEventListener("abort", () => resolve({ output: "too late" })));
        }),
      );
      const task_id = await create();
      await w.poll();
      const { step, signal } = await first.promise;
      // numbers count up, so the worker that registered just before this one is `w`
      const worker_id = (await store.registerWorker()).worker_id - 1;
      const kept = await store.renewLeases({ worker_id, tokens: [step.lease.token], lease_ms: -1 });
      assert.deepEqual(kept, [step.lease.token]);
      const task = await ended(task_id, w);
      await w.renew();
      assert.ok(signal.aborted);
      await w.stop();
      assert.deepEqual([task.status, runs], ["completed", 2]);
      const types = (await store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body).type);
      assert.deepEqual(types, ["progress", "progress", "completed"]);
    });

    /** A store whose settlements fail as often as told; the first four leases have run out by then, so that no test waits for them. */
    function failing(times: number): Store {
      let left = times;
      let worker_id = 0;
      return {
        ...store,
        claimSteps(input) {
          ({ worker_id } = input);
          return store.claimSteps(input);
        },
        async completeStep(input) {
          if (left === 0) return store.completeStep(input);
          left -= 1;
          if (times - left < 5) await store.renewLeases({ worker_id, tokens: [input.lease.token], lease_ms: -1 });
          throw new Error("the database is away");
        },
      };
    }

    test("PL4 a store that fails is not the step's failure: the lease runs out and the step is run again", async () => {
      const failures: unknown[] = [];
      const errors: unknown[] = [];
      const away = failing(2);
      const told = { onFailure: (_: unknown, error: unknown) => failures.push(error), onError: (e: unknown) => errors.push(e) };
      const w = worker(
        oneStep(async () => ({ output: 1 })),
        { store: away, ...told },
      );
      const task = await ended(await create(), w);
      await w.stop();
      assert.deepEqual(
        [task.status, failures, errors.map(String)],
        ["completed", [], Array(2).fill("StoreFailure: the database is away")],
      );
    });

    test("PL4 what cannot be stored five times over is given up", async () => {
      let failures = 0;
      const away = failing(100);
      const told = { onFailure: () => (failures += 1), onError: () => {} };
      const w = worker(
        oneStep(async () => ({ output: 1 })),
        { store: away, ...told },
      );
      const task = await ended(await create(), w);
      await w.stop();
      assert.deepEqual([task.status, task.error?.message, failures], ["failed", "given up", 1]);
    });

    test("PL4 where giving up fails, too, the task ends all the same and says what the step failed of", async () => {
      const giveUp = (): never => {
        throw new Error("nothing is known of it");
      };
      const run = () => Promise.reject(new StepRefusal("no such goal"));
      const w = worker(oneStep(run, { giveUp }));
      const task = await ended(await create(), w);
      await w.stop();
      const expected = { status: "failed", error: { code: "step_failed", message: "no such goal" } };
      assert.deepEqual({ status: task.status, error: task.error }, expected);
    });

    test("PL1 a journalled step is told without being run", async () => {
      let runs = 0;
      const w = worker(oneStep(async () => ({ output: (runs += 1) })));
      const first = await ended(await create(), w);
      const retry = await store.followTask({
        kind: "retry",
        key: "",
        task: first,
        task_id: randomUUID(),
        epoch: "e",
        steps: [FIRST],
      });
      const second = await ended(retry.task_id, w);
      await w.stop();
      assert.deepEqual([second.status, second.head, runs], ["completed", 2, 1]);
    });

    test("PL a stopped worker claims nothing more", async () => {
      const w = worker(oneStep(async () => ({ output: 1 })));
      await w.stop();
      const task_id = await create();
      await w.poll();
      assert.equal((await store.getTask({ task_id }))?.status, "queued");
      await store.cancelTask({ task_id });
    });
  });
}
