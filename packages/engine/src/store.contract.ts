import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EventBody } from "@wayfinder/protocol";
import { ContractWorld, heard, LEASE_MS, note, upTo } from "./contract-world.contract.ts";
import type { StepRequest } from "./record.ts";
import type { Store } from "./store.ts";

const COMPLETED: EventBody = { type: "completed", final: true, roadmap_id: "r", failed_units: [] };

/**
 * What every Store must do with the log; run on each implementation with a store of its own.
 *
 * `disturb` lets a stranger send garbage over the implementation's bus.
 */
export function storeContract(name: string, open: () => Promise<Store>, disturb?: () => Promise<void>): void {
  describe(`Store contract, log: ${name}`, () => {
    const w = new ContractWorld(open);

    test("LG1 a completed step, its events, its writes and the next step appear together", async () => {
      const { task_id } = await w.create();
      const step = await w.claim(task_id);
      const next: StepRequest = { path: "curriculum_design", name: "curriculum_design", input: {} };
      const done = {
        lease: step.lease,
        input_hash: step.input_hash,
        output: { x: 1 },
        writes: [],
        events: [note(10)],
        next: [next],
      };
      assert.equal(await w.store.completeStep(done), "ok");
      const task = await w.other.getTask({ task_id });
      assert.deepEqual([task?.head, task?.status, task?.percent], [1, "running", 10]);
      assert.equal((await w.claim(task_id)).name, "curriculum_design");
    });

    test("LG1 a settlement that fails half-way leaves nothing behind", async () => {
      const { task_id } = await w.create();
      const step = await w.claim(task_id);
      const twice: StepRequest = { path: "p", name: "curriculum_design", input: {} };
      const bad = {
        lease: step.lease,
        input_hash: step.input_hash,
        output: {},
        writes: [],
        events: [note(10)],
        next: [twice, twice],
      };
      await assert.rejects(w.store.completeStep(bad));
      assert.deepEqual(await w.seqs(task_id), []);
      assert.equal(
        await w.store.appendEvents({ lease: step.lease, from: 0, events: [note(1)] }),
        "ok",
        "the lease is still held",
      );
    });

    test("LG2 a hundred appends at once from two stores get gapless numbers", async () => {
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      const appends = upTo(100).map((n) =>
        (n % 2 ? w.store : w.other).appendEvents({ lease, from: n * 1000, events: [note(n)] }),
      );
      const outcomes = await Promise.all(appends);
      assert.ok(outcomes.every((o) => o === "ok"));
      const numbers = await w.seqs(task_id);
      assert.deepEqual(numbers, upTo(numbers.length));
      assert.equal((await w.store.getTask({ task_id }))?.head, numbers.length);
    });

    test("LG1 a unit that begins is a task at work, also where no phase is told of", async () => {
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      await w.store.appendEvents({ lease, from: 0, events: [{ type: "concept_start", concept_id: "a", unit: "a/quiz" }] });
      const task = await w.store.getTask({ task_id });
      assert.deepEqual([task?.status, task?.step, task?.percent], ["running", null, 0]);
    });

    test("LG2 pages of the log follow each w.other without gap", async () => {
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      await w.store.appendEvents({ lease, from: 0, events: upTo(25).map(note) });
      const first = await w.store.readEvents({ task_id, after: 0, limit: 10 });
      const rest = await w.store.readEvents({ task_id, after: first.at(-1)!.seq, limit: 100 });
      assert.deepEqual(
        [...first, ...rest].map((e) => e.seq),
        upTo(25),
      );
      assert.deepEqual(JSON.parse(rest[0]!.body), note(11));
    });

    test("LG3 a repeated append of the same attempt is absorbed", async () => {
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      await w.store.appendEvents({ lease, from: 0, events: [note(1), note(2)] });
      await w.store.appendEvents({ lease, from: 0, events: [note(1), note(2)] });
      await w.store.appendEvents({ lease, from: 1, events: [note(2), note(3)] });
      const events = await w.store.readEvents({ task_id, after: 0, limit: 10 });
      assert.deepEqual(
        events.map((e) => JSON.parse(e.body).percent),
        [1, 2, 3],
      );
    });

    test("LG3 a worker whose lease was swept changes nothing", async () => {
      const { task_id } = await w.create();
      const [old] = (await w.store.claimSteps({ worker_id: w.worker_id, limit: 100, lease_ms: -1 })).filter(
        (s) => s.lease.task_id === task_id,
      );
      assert.ok(old);
      assert.ok((await w.store.sweepLeases()) >= 1);
      const now = await w.claim(task_id, w.other, (await w.other.registerWorker()).worker_id);
      assert.equal(now.attempt, 2);
      assert.equal(await w.store.appendEvents({ lease: old.lease, from: 0, events: [note(1)] }), "lost");
      const late = { lease: old.lease, input_hash: old.input_hash, output: {}, writes: [], events: [note(2)], next: [] };
      assert.equal(await w.store.completeStep(late), "lost");
      assert.equal(await w.store.failStep({ ...late, message: "x", retry_in_ms: null }), "lost");
      assert.deepEqual(await w.store.renewLeases({ worker_id: w.worker_id, tokens: [old.lease.token], lease_ms: LEASE_MS }), []);
      assert.deepEqual(await w.seqs(task_id), []);
    });

    test("LG3 a step is handed to one worker only", async () => {
      const made = await Promise.all(upTo(40).map(() => w.create()));
      const second = (await w.other.registerWorker()).worker_id;
      const claims = await Promise.all(
        upTo(20).flatMap(() => [
          w.store.claimSteps({ worker_id: w.worker_id, limit: 3, lease_ms: LEASE_MS }),
          w.other.claimSteps({ worker_id: second, limit: 3, lease_ms: LEASE_MS }),
        ]),
      );
      const mine = claims.flat().filter((s) => made.some((t) => t.task_id === s.lease.task_id));
      assert.equal(new Set(mine.map((s) => s.lease.task_id)).size, mine.length);
      assert.equal(mine.length, 40);
    });

    test("LG4 the epoch on the wire holds the task's and the database's identity", async () => {
      const { epoch } = await w.create({ epoch: "abc" });
      assert.equal(epoch, `abc.${w.store.identity()}`);
      assert.equal(w.store.identity(), w.other.identity());
    });

    test("LG6 nothing is appended after the final event, and it stands once", async () => {
      const { task_id } = await w.create();
      const step = await w.claim(task_id);
      const done = { lease: step.lease, input_hash: step.input_hash, output: {}, writes: [], events: [COMPLETED], next: [] };
      const outcomes = await Promise.all([
        w.store.completeStep(done),
        w.other.completeStep(done),
        w.other.cancelTask({ task_id }),
      ]);
      const bodies = (await w.store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body));
      assert.equal(bodies.length, 1, `${JSON.stringify(outcomes)} left one event`);
      assert.equal(bodies[0].final, true);
      assert.equal(await w.store.appendEvents({ lease: step.lease, from: 9, events: [note(1)] }), "lost");
    });

    test("LG7 a commit wakes this process at once and the w.other by the bus", async () => {
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      const here = heard(w.store, task_id);
      const there = heard(w.other, task_id);
      await w.store.appendEvents({ lease, from: 0, events: [note(1)] });
      assert.deepEqual([await here, await there], [1, 1]);
      assert.deepEqual(await w.store.readHeads({ task_ids: [task_id, "nobody"] }), [{ task_id, head: 1 }]);
    });

    test("LG7 a notification that is not ours is passed over", async () => {
      await disturb?.();
      const { task_id } = await w.create();
      const { lease } = await w.claim(task_id);
      const there = heard(w.other, task_id);
      await w.store.appendEvents({ lease, from: 0, events: [note(1)] });
      assert.equal(await there, 1);
    });

    test("LG8 cancel ends a task in every state, once", async () => {
      const queued = await w.create();
      assert.equal((await w.store.cancelTask(queued))?.outcome, "cancelled");
      const again = await w.store.cancelTask(queued);
      assert.deepEqual([again?.outcome, again?.task.status], ["already", "cancelled"]);
      const running = await w.create();
      const { lease } = await w.claim(running.task_id);
      assert.equal((await w.store.cancelTask(running))?.outcome, "cancelled");
      assert.equal(await w.store.appendEvents({ lease, from: 0, events: [note(1)] }), "lost");
      assert.equal(await w.store.cancelTask({ task_id: "nobody" }), null);
    });
  });
}
