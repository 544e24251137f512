import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CommittedEvents } from "./record.ts";
import { ContractWorld, note, STEP, upTo } from "./contract-world.contract.ts";
import type { Store } from "./store.ts";

/**
 * What every Store must do with changes that are asked for at the same time.
 *
 * `commits` counts the transactions that wrote the logs of some tasks.
 */
export function groupCommitContract(
  name: string,
  open: () => Promise<Store>,
  commits: (task_ids: readonly string[]) => Promise<number>,
): void {
  describe(`Store contract, group commit: ${name}`, () => {
    const w = new ContractWorld(open);

    /** Steps of as many tasks, claimed. */
    async function claimed(count: number) {
      const tasks = await Promise.all(upTo(count).map(() => w.create()));
      const steps = await w.store.claimSteps({ worker_id: w.worker_id, limit: 1_000, lease_ms: 60_000 });
      return tasks.map(({ task_id }) => steps.find((s) => s.lease.task_id === task_id)!);
    }
    const settlement = (step: Awaited<ReturnType<typeof claimed>>[number], next: readonly (typeof STEP)[] = []) => ({
      lease: step.lease,
      input_hash: step.input_hash,
      output: {},
      writes: [],
      events: [note(50)],
      next,
    });

    test("LG9 appends of one turn share a commit, and each gets its own answer", async () => {
      const steps = await claimed(20);
      const ids = steps.map((s) => s.lease.task_id);
      const zombie = { ...steps[0]!.lease, token: 0 };
      const [lost, ...outcomes] = await Promise.all([
        w.store.appendEvents({ lease: zombie, from: 0, events: [note(1)] }),
        ...steps.map(({ lease }, i) => w.store.appendEvents({ lease, from: 0, events: upTo(i + 1).map(note) })),
      ]);
      assert.equal(lost, "lost", "a guard that fails harms no other");
      assert.ok(outcomes.every((o) => o === "ok"));
      assert.equal(await commits(ids), 1, "twenty appends, one commit");
      for (const [i, id] of ids.entries()) assert.deepEqual(await w.seqs(id), upTo(i + 1));
    });

    test("LG9 settlements of one turn share a commit; one that fails harms no other", async () => {
      const steps = await claimed(10);
      const ids = steps.map((s) => s.lease.task_id);
      const all = await Promise.all(steps.map((step) => w.store.completeStep(settlement(step))));
      assert.ok(all.every((o) => o === "ok"));
      assert.equal(await commits(ids), 1);
      const [bad, ...good] = await claimed(4);
      const twice = { ...STEP, path: "p" };
      const outcomes = await Promise.allSettled([
        w.store.completeStep(settlement(bad!, [twice, twice])),
        ...good.map((step) => w.store.completeStep(settlement(step))),
      ]);
      assert.deepEqual(
        outcomes.map((o) => o.status),
        ["rejected", "fulfilled", "fulfilled", "fulfilled"],
      );
      assert.deepEqual(await w.seqs(bad!.lease.task_id), []);
      for (const { lease } of good) assert.deepEqual(await w.seqs(lease.task_id), [1]);
    });

    test("LG9 what one turn asks of one step is done in the order asked", async () => {
      const [step] = await claimed(1);
      const { lease } = step!;
      const outcomes = await Promise.all([
        w.store.appendEvents({ lease, from: 0, events: [note(1), note(2)] }),
        w.store.appendEvents({ lease, from: 0, events: [note(1), note(2)] }),
        w.store.completeStep(settlement(step!)),
        w.store.appendEvents({ lease, from: 2, events: [note(99)] }),
      ]);
      assert.deepEqual(outcomes, ["ok", "ok", "ok", "lost"]);
      const bodies = (await w.store.readEvents({ task_id: lease.task_id, after: 0, limit: 10 })).map((e) => JSON.parse(e.body));
      assert.deepEqual(
        bodies.map((b) => b.percent),
        [1, 2, 50],
      );
    });

    test("LG9 two processes that lock the same tasks do not wait for each other for ever", async () => {
      const steps = await claimed(30);
      const sides = [w.store, w.other];
      const told = await Promise.all(
        upTo(6).flatMap((n) => [
          ...steps.map(({ lease }, i) => sides[(n + i) % 2]!.appendEvents({ lease, from: n * 10, events: [note(n)] })),
          w.store.renewLeases({ worker_id: w.worker_id, tokens: steps.map((s) => s.lease.token), lease_ms: 60_000 }),
          w.other.sweepLeases(),
        ]),
      );
      assert.ok(told.every((o) => o !== "lost"));
      for (const { lease } of steps) assert.deepEqual(await w.seqs(lease.task_id), upTo((await w.seqs(lease.task_id)).length));
    });

    test("LG1 what is handed over as committed is what the table holds, and nothing else", async () => {
      const heard: CommittedEvents[] = [];
      const stop = w.store.onCommitted((committed) => heard.push(committed));
      const steps = await claimed(3);
      const [{ lease }] = steps as [(typeof steps)[number]];
      await Promise.all([
        ...steps.map((step) => w.store.appendEvents({ lease: step.lease, from: 0, events: [note(1), note(2)] })),
        w.store.appendEvents({ lease: { ...lease, token: 0 }, from: 0, events: [note(9)] }),
      ]);
      await w.store.appendEvents({ lease, from: 1, events: [note(2), note(3)] });
      await Promise.all(steps.map((step) => w.store.completeStep(settlement(step))));
      stop();
      for (const {
        lease: { task_id },
      } of steps) {
        const table = await w.store.readEvents({ task_id, after: 0, limit: 10 });
        assert.deepEqual(
          heard.filter((h) => h.task_id === task_id).flatMap((h) => h.events),
          table,
        );
      }
    });

    test("LG9 unchecked appends of one turn share a commit", async () => {
      const ids = upTo(10).map((n) => `${w.user_id}-${n}`);
      for (const task_id of ids) await w.store.appendUnchecked({ events: [{ task_id, body: '{"type":"x","n":0}' }] });
      const before = await commits(ids);
      await Promise.all(ids.map((task_id) => w.store.appendUnchecked({ events: [{ task_id, body: '{"type":"x","n":1}' }] })));
      assert.equal((await commits(ids)) - before, 1);
      for (const id of ids) assert.deepEqual(await w.seqs(id), [1, 2]);
    });
  });
}
