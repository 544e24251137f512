import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { ContractWorld, GOAL, note } from "./contract-world.contract.ts";
import type { TaskRecord, WakeUp } from "./record.ts";
import { BENCH_USER, type Store } from "./store.ts";

const DAY_MS = 86_400_000;

/** The ids of tasks that a store hears to be gone. */
function goneHeard(store: Store): { ids: string[]; next: () => Promise<void>; stop: () => void } {
  const ids: string[] = [];
  let told = (): void => {};
  const stop = store.onWakeUp((wakeUp: WakeUp) => {
    if (wakeUp.kind !== "gone") return;
    ids.push(wakeUp.task_id);
    told();
  });
  return { ids, next: () => new Promise((resolve) => (told = resolve)), stop };
}

/** What every Store must do to take logs away; run on each implementation with a store of its own. */
export function removalContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, removal: ${name}`, () => {
    const w = new ContractWorld(open);

    /** A task that one step told of before it was cancelled. */
    async function ended(): Promise<TaskRecord> {
      const task = await w.create({ goal: { ...GOAL, background: "a secret" } });
      const { lease } = await w.claim(task.task_id);
      await w.store.appendEvents({ lease, from: 0, events: [note(1)] });
      await w.store.cancelTask(task);
      return task;
    }

    test("LG10 a finished task leaves a tombstone: whose it was, and that it is gone", async () => {
      const { task_id, roadmap_id } = await ended();
      const kept = await ended();
      assert.equal(await w.store.removeTask({ task_id }), "removed");
      assert.deepEqual(await w.seqs(task_id), []);
      const tombstone = await w.other.getTask({ task_id });
      assert.deepEqual(
        [tombstone?.gone, tombstone?.user_id, tombstone?.status, tombstone?.roadmap_id],
        [true, w.user_id, "cancelled", roadmap_id],
      );
      assert.ok(!JSON.stringify(tombstone).includes("a secret") && tombstone?.goal.goal === "", "the person's words are gone");
      const listed = (await w.store.listTasks({ user_id: w.user_id, limit: 100 })).map((task) => task.task_id);
      assert.deepEqual([listed.includes(task_id), listed.includes(kept.task_id)], [false, true]);
      assert.equal(await w.store.removeTask({ task_id }), "already");
      const wish = { kind: "change", key: "", about: { words: "a secret" }, task: kept, steps: [] } as const;
      const later = await w.store.followTask({ ...wish, task_id: randomUUID(), epoch: "e2" });
      await w.store.cancelTask(later);
      await w.store.removeTask(later);
      assert.equal((await w.store.getTask(later))?.about, null, "so are those of a later task");
      assert.deepEqual(await w.seqs(kept.task_id), [1, 2]);
      assert.equal((await w.store.getTask(kept))?.gone, false);
    });

    test("LG10 a task that runs is not removed, an unknown one neither", async () => {
      const { task_id } = await w.create();
      assert.equal(await w.store.removeTask({ task_id }), "running");
      assert.equal((await w.store.getTask({ task_id }))?.gone, false);
      assert.equal((await w.claim(task_id)).lease.task_id, task_id, "its step is still there");
      await w.store.cancelTask({ task_id });
      assert.equal(await w.store.removeTask({ task_id: randomUUID() }), null);
    });

    test("LG10 a removal is told here at once and elsewhere by the bus", async () => {
      const { task_id } = await ended();
      const [here, there] = [goneHeard(w.store), goneHeard(w.other)];
      const heard = [here.next(), there.next()];
      await w.store.removeTask({ task_id });
      await Promise.all(heard);
      here.stop();
      there.stop();
      assert.deepEqual([here.ids, there.ids], [[task_id], [task_id]]);
    });

    test("LG10 what a retry needs of a removed task's journal stays until the last of the chain is gone", async () => {
      const first = await w.create();
      const step = await w.claim(first.task_id);
      const { lease, input_hash } = step;
      await w.store.completeStep({ lease, input_hash, output: { x: 1 }, writes: [], events: [note(1)], next: [] });
      await w.store.cancelTask(first);
      const second = await w.retry(first);
      assert.equal(await w.store.removeTask(first), "removed");
      assert.deepEqual((await w.claim(second.task_id)).journalled, { output: { x: 1 } });
      await w.store.cancelTask(second);
      assert.equal(await w.store.removeTask(second), "removed");
      const third = await w.retry(first);
      assert.equal((await w.claim(third.task_id)).journalled, null);
      await w.store.cancelTask(third);
    });

    test("LG10 logs that ended too long ago are removed in batches, running ones never", async () => {
      const tasks = [await ended(), await ended(), await ended()];
      const running = await w.create();
      await w.store.appendUnchecked({ events: [{ task_id: `bench-${running.task_id}`, body: '{"type":"x"}' }] });
      const gone = async (task_id: string) => (await w.store.getTask({ task_id }))?.gone;
      assert.equal(await w.store.removeExpired({ older_than_ms: DAY_MS, limit: 100 }), 0);
      assert.equal(await w.store.removeExpired({ older_than_ms: -DAY_MS, limit: 1 }), 1);
      while ((await w.store.removeExpired({ older_than_ms: -DAY_MS, limit: 2 })) > 0);
      assert.deepEqual(await Promise.all(tasks.map((task) => gone(task.task_id))), [true, true, true]);
      assert.equal(await gone(running.task_id), false);
      const measured = await w.store.getTask({ task_id: `bench-${running.task_id}` });
      assert.deepEqual([measured?.user_id, measured?.gone], [BENCH_USER, true]);
    });
  });
}
