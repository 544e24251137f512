import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { EventBody, Roadmap } from "@wayfinder/protocol";
import { ContractWorld, STEP } from "./contract-world.contract.ts";
import type { ClaimedStep, StepRequest, TaskRecord, Write } from "./record.ts";
import type { Left, Store } from "./store.ts";

/** What every Store must do for tasks that go on with what others have left. */
export function leftContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, what is left: ${name}`, () => {
    const w = new ContractWorld(open);
    const unit = (n: number): StepRequest => ({ path: `content/c${n}/quiz`, name: "content_generation", input: n });
    const roadmapOf = ({ roadmap_id }: TaskRecord, version: number) =>
      ({ roadmap_id, version, stages: [{ modules: [{ concepts: [{ concept_id: "c1" }, { concept_id: "c2" }] }] }] }) as Roadmap;
    const written = (n: number): Write => ({ kind: "content", concept_id: `c${n}`, content: "quiz", body: { items: [] } });
    const phase: EventBody = { type: "progress", step: "content_generation", status: "started", percent: 40 };

    interface End {
      readonly writes?: readonly Write[];
      readonly events?: readonly EventBody[];
      readonly next?: readonly StepRequest[];
    }
    const end = ({ lease, input_hash }: ClaimedStep, { writes = [], events = [], next = [] }: End) =>
      w.store.completeStep({ lease, input_hash, output: 1, writes, events, next });
    /** A task with a roadmap, whose next steps are these. */
    async function saved({ events = [], next = [] }: End): Promise<TaskRecord> {
      const task = await w.create();
      await end(await w.claim(task.task_id), { writes: [{ kind: "roadmap", roadmap: roadmapOf(task, 1) }], events, next });
      return task;
    }
    const follow = (task: TaskRecord, steps: (left: Left) => readonly StepRequest[], by = w.store) =>
      by.followLeft({ kind: "retry", key: "", task, task_id: randomUUID(), epoch: "e", steps });
    /** What is left, without a task for it. */
    async function left(task: TaskRecord): Promise<Left> {
      const seen: Left[] = [];
      const none = await follow(task, (each) => {
        seen.push(each);
        return [];
      });
      assert.equal(none, null, "no steps, no task");
      return seen[0]!;
    }

    test("PL7 what is left: the roadmap as it is, what is written, what is open, what was cut off", async () => {
      const task = await saved({ events: [phase], next: [unit(1), unit(2)] });
      const steps = await w.store.claimSteps({ worker_id: w.worker_id, limit: 100, lease_ms: 60_000 });
      const first = steps.find((step) => step.lease.task_id === task.task_id && step.lease.path === unit(1).path);
      await end(first!, { writes: [written(1)] });
      await w.store.cancelTask(task);
      const aside = { kind: "regenerate", key: "k", task, task_id: randomUUID(), epoch: "e", steps: [unit(9)] } as const;
      const other = await w.store.followTask(aside);
      await w.store.replaceRoadmap({ ...task, expected: 1, roadmap: roadmapOf(task, 2), events: [] });
      assert.deepEqual(await left(task), {
        roadmap: roadmapOf(task, 2),
        begun: true,
        written: [{ concept_id: "c1", kind: "quiz" }],
        open: [unit(9).path],
        cut: [unit(2)],
      });
      await w.store.cancelTask(other);
    });

    test("PL7 content is begun when a generation has come to it, and still so when its log was removed", async () => {
      const early = await w.create();
      await w.store.cancelTask(early);
      assert.deepEqual(await left(early), { roadmap: null, begun: false, written: [], open: [], cut: [STEP] });
      const undecided = await saved({});
      await w.store.cancelTask(undecided);
      const aside = await w.store.followTask({
        kind: "regenerate",
        key: "k",
        task: undecided,
        task_id: randomUUID(),
        epoch: "e",
        steps: [STEP],
      });
      await end(await w.claim(aside.task_id), { events: [phase] });
      await w.store.cancelTask(aside);
      assert.equal((await left(undecided)).begun, false, "what is written on the side decides nothing");
      const begun = await saved({ events: [phase] });
      await w.store.cancelTask(begun);
      await w.store.removeTask(begun);
      assert.equal((await left(begun)).begun, true);
    });

    test("PL7 of two retries at once the second finds the first", async () => {
      const task = await saved({ events: [phase] });
      await w.store.cancelTask(task);
      const retry = (by: Store) => follow(task, ({ open: paths }) => (paths.includes(unit(1).path) ? [] : [unit(1)]), by);
      const both = await Promise.all([retry(w.store), retry(w.other)]);
      assert.equal(both[0]?.task_id, both[1]?.task_id);
      assert.deepEqual([both[0]?.kind, both[0]?.retry_of, both[0]?.roadmap_ready], ["retry", task.task_id, true]);
      await w.store.cancelTask(both[0]!);
    });

    test("PL1 an output of null is not remembered: the step is run again", async () => {
      const task = await w.create();
      const { lease, input_hash } = await w.claim(task.task_id);
      await w.store.completeStep({ lease, input_hash, output: null, writes: [], events: [], next: [] });
      await w.store.cancelTask(task);
      const retry = await follow(task, () => [STEP]);
      assert.equal((await w.claim(retry!.task_id)).journalled, null);
      await w.store.cancelTask(retry!);
    });

    test("PR5 a review is asked for about the roadmap as it is stored, and not at all where it was decided", async () => {
      const review: StepRequest = { path: "human_review", name: "human_review", input: null, waits: true };
      const task = await saved({ next: [STEP].map((step) => ({ ...step, path: "structure_validation" })) });
      const asked = ({ roadmap_id, version }: Roadmap): EventBody[] => [{ type: "human_review_required", roadmap_id, version }];
      const validate = async (of: TaskRecord) => {
        const { lease, input_hash } = await w.claim(of.task_id);
        await w.store.completeStep({ lease, input_hash, output: 1, writes: [], events: [], next: [review], asked });
        const events = await w.store.readEvents({ task_id: of.task_id, after: 0, limit: 10 });
        return events.map((event) => JSON.parse(event.body)).map(({ type, version }) => [type, version]);
      };
      await w.store.replaceRoadmap({ ...task, expected: 1, roadmap: roadmapOf(task, 4), events: [] });
      assert.deepEqual(await validate(task), [["human_review_required", 4]]);
      assert.equal((await w.store.getTask(task))?.status, "waiting_for_review");
      const decide = () => ({ output: "approved", events: [], next: [] });
      await w.store.reviewTask({ ...task, decision: { decision: "approve", version: 4 }, decide });
      await w.store.cancelTask(task);
      const retry = await follow(task, () => [{ ...STEP, path: "structure_validation" }]);
      assert.deepEqual(await validate(retry!), []);
      assert.deepEqual((await w.claim(retry!.task_id)).journalled, { output: "approved" });
      await w.store.cancelTask(retry!);
    });
  });
}
