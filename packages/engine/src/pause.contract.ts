import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { Pause } from "@wayfinder/protocol";
import { ContractWorld, LEASE_MS, note, STEP } from "./contract-world.contract.ts";
import type { Store } from "./store.ts";

const PAUSE: Pause = { reason: "user", message: "a rest" };
const CALL = { role: "writer", model: "m", prompt: "p", worst: { input_tokens: 1, output_tokens: 1, cost_usd: null } };

/** What every Store must do with pauses (PL5) and with tasks that follow others (LG6). */
export function pauseContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, pauses: ${name}`, () => {
    const w = new ContractWorld(open);
    const claimed = async (task_id: string) => {
      const steps = await w.store.claimSteps({ worker_id: w.worker_id, limit: 1_000, lease_ms: LEASE_MS });
      return steps.filter((s) => s.lease.task_id === task_id);
    };

    test("PL5 a paused task's steps are not handed out; resumed, they are", async () => {
      const { task_id } = await w.create();
      const pauses = await Promise.all([
        w.store.pauseTask({ task_id, pause: PAUSE }),
        w.other.pauseTask({ task_id, pause: PAUSE }),
      ]);
      assert.deepEqual(pauses.map((p) => p?.outcome).sort(), ["already", "paused"]);
      assert.deepEqual((await w.other.getTask({ task_id }))?.paused, PAUSE);
      assert.deepEqual(await claimed(task_id), []);
      assert.equal((await w.store.resumeTask({ task_id }))?.outcome, "resumed");
      assert.equal((await w.store.resumeTask({ task_id }))?.outcome, "already");
      assert.equal((await w.store.getTask({ task_id }))?.paused, null);
      assert.equal((await claimed(task_id)).length, 1);
      const statuses = (await w.store.readEvents({ task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body).status);
      assert.deepEqual(statuses, ["paused", "resumed"]);
      await w.store.cancelTask({ task_id });
      assert.equal((await w.store.pauseTask({ task_id, pause: PAUSE }))?.outcome, "already");
      assert.equal(await w.store.pauseTask({ task_id: randomUUID(), pause: PAUSE }), null);
      assert.equal(await w.store.resumeTask({ task_id: randomUUID() }), null);
    });

    test("PL5 what runs finishes: no new call begins, old answers are given, the step can end", async () => {
      const { task_id } = await w.create();
      const { lease, input_hash } = await w.claim(task_id);
      const ask = (key: string) => w.store.beginCall({ lease, request: { ...CALL, key, input: "" }, budgets: {} });
      const first = await ask("a");
      assert.ok(first.outcome === "begun");
      await w.store.pauseTask({ task_id, pause: PAUSE });
      await w.store.finishCall({ call_id: first.call_id, answer: { text: "t", finish: "stop", cost: null } });
      assert.deepEqual([(await ask("a")).outcome, (await ask("b")).outcome], ["finished", "paused"]);
      const next = { ...STEP, path: "next" };
      await w.store.completeStep({ lease, input_hash, output: 1, writes: [], events: [note(9)], next: [next] });
      assert.deepEqual(await claimed(task_id), [], "and what follows waits");
      await w.store.cancelTask({ task_id });
    });

    test("PL5 a step given back because of a pause has lost no try", async () => {
      const { task_id } = await w.create();
      for (let round = 0; round < 3; round += 1) {
        const step = await w.claim(task_id);
        assert.equal(step.attempt, 1);
        assert.equal(await w.store.yieldStep(step), "ok");
        assert.equal(await w.store.yieldStep(step), "lost");
      }
      const step = await w.claim(task_id);
      await w.store.failStep({ lease: step.lease, message: "", retry_in_ms: 0, writes: [], events: [], next: [] });
      assert.equal((await w.claim(task_id)).attempt, 2, "a failure has");
      await w.store.cancelTask({ task_id });
    });

    test("LG6 of tasks that follow another, one of each kind and key runs at a time", async () => {
      const task = await w.create();
      const follow = (kind: "retry" | "regenerate" | "change", key: string, by = w.store) =>
        by.followTask({ kind, key, task, task_id: randomUUID(), epoch: "e", steps: [STEP] });
      assert.equal((await follow("retry", "")).task_id, task.task_id, "the task itself still runs: it is its own retry");
      await w.store.cancelTask(task);
      const both = await Promise.all([follow("regenerate", "a/quiz"), follow("regenerate", "a/quiz", w.other)]);
      assert.equal(both[0].task_id, both[1].task_id);
      const others = [await follow("regenerate", "b/quiz"), await follow("change", ""), await follow("retry", "")];
      const ids = [both[0], ...others].map((t) => t.task_id);
      assert.equal(new Set([task.task_id, ...ids]).size, 5);
      assert.deepEqual(
        others.map((t) => [t.kind, t.roadmap_id, t.root_task_id]),
        ["regenerate", "change", "retry"].map((kind) => [kind, task.roadmap_id, task.task_id]),
      );
      await w.store.cancelTask(both[0]);
      const after = await follow("regenerate", "a/quiz");
      assert.notEqual(after.task_id, both[0].task_id);
      for (const task_id of [...ids, after.task_id]) await w.store.cancelTask({ task_id });
    });
  });
}
