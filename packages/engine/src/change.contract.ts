import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import type { EventBody, Patch, Roadmap } from "@wayfinder/protocol";
import { ContractWorld, STEP, upTo } from "./contract-world.contract.ts";
import type { Json, StepRequest, TaskRecord, Write } from "./record.ts";
import type { FollowUpOfLeft, Store } from "./store.ts";

const PATCH: Patch = [];
const UNIT = { concept_id: "closures", kind: "tutorial" } as const;

/** What every Store must do with changes of roadmaps and versions of content. */
export function changeContract(name: string, open: () => Promise<Store>): void {
  describe(`Store contract, changes: ${name}`, () => {
    const w = new ContractWorld(open);
    const stages = [{ modules: [{ concepts: [{ concept_id: UNIT.concept_id }] }] }];
    const roadmapOf = ({ roadmap_id }: TaskRecord, version: number) => ({ roadmap_id, version, stages }) as Roadmap;
    const edited = ({ roadmap_id }: TaskRecord, version: number): EventBody[] => [
      { type: "roadmap_edited", roadmap_id, version, changes: [], outline: [] },
    ];

    /** How an edit went. */
    const replace = async (edit: Parameters<Store["replaceRoadmap"]>[0], by = w.store) => (await by.replaceRoadmap(edit)).outcome;

    /** Runs the step of a task to its end with these writes. */
    async function write(task: TaskRecord, writes: readonly Write[], next: readonly StepRequest[] = []): Promise<void> {
      const { lease, input_hash } = await w.claim(task.task_id);
      await w.store.completeStep({ lease, input_hash, output: 0, writes, events: [], next });
    }
    async function saved(next: readonly StepRequest[] = []): Promise<TaskRecord> {
      const task = await w.create();
      await write(task, [{ kind: "roadmap", roadmap: roadmapOf(task, 1) }], next);
      return task;
    }
    /** A later task on the same roadmap that writes something. */
    async function later(task: TaskRecord, writes: readonly Write[]): Promise<void> {
      const key = randomUUID();
      const made = await w.store.followTask({
        kind: "regenerate",
        key,
        task,
        task_id: randomUUID(),
        epoch: "e",
        steps: [{ ...STEP, input: key }],
      });
      await write(made, writes);
      await w.store.cancelTask(made);
    }
    const tutorial = (body: Json): Write => ({ kind: "content", concept_id: UNIT.concept_id, content: UNIT.kind, body });

    test("PR8 of two edits of the same version one is taken, and whoever waits on the roadmap hears of it", async () => {
      const task = await saved([{ path: "human_review", name: "human_review", input: null, waits: true }]);
      const edit = (by: Store) => replace({ ...task, expected: 1, roadmap: roadmapOf(task, 2), events: edited(task, 2) }, by);
      assert.deepEqual((await Promise.all([edit(w.store), edit(w.other)])).sort(), ["replaced", "version_conflict"]);
      assert.equal((await w.store.getRoadmap(task))?.roadmap.version, 2);
      const [heard] = (await w.store.readEvents({ ...task, after: 0, limit: 10 })).map((e) => JSON.parse(e.body));
      assert.deepEqual([heard.type, heard.version, await w.seqs(task.task_id)], ["roadmap_edited", 2, [1]]);
      await w.store.cancelTask(task);
      const after = await replace({ ...task, expected: 2, roadmap: roadmapOf(task, 3), events: edited(task, 3) });
      assert.deepEqual([after, await w.seqs(task.task_id)], ["replaced", [1, 2]], "an ended log stays as it is");
    });

    test("PR8 an edit and the task that writes what it brings are one commit; none is made of an edit that is refused", async () => {
      const task = await saved();
      const follow = (task_id: string, steps: FollowUpOfLeft["steps"]) =>
        ({ kind: "content", key: task_id, task, task_id, epoch: "e", steps }) as const;
      const input = { ...task, expected: 1, roadmap: roadmapOf(task, 2), events: [] };
      const [made, refused, broken, none] = upTo(4).map(() => randomUUID()) as [string, string, string, string];
      const seen: (number | undefined)[] = [];
      const steps: FollowUpOfLeft["steps"] = ({ roadmap }) => {
        seen.push(roadmap?.version);
        return [STEP];
      };
      const fails = () => {
        throw new Error("no steps");
      };
      await assert.rejects(w.store.replaceRoadmap({ ...input, follow: follow(broken, fails) }), /no steps/);
      assert.equal((await w.store.getRoadmap(task))?.roadmap.version, 1, "without the task there is no edit");
      await w.store.cancelTask(task);
      const replaced = await w.store.replaceRoadmap({ ...input, follow: follow(made, steps) });
      assert.deepEqual([replaced, seen], [{ outcome: "replaced", task_id: made }, [2]], "it sees the roadmap as edited");
      assert.deepEqual(await w.store.replaceRoadmap({ ...input, follow: follow(refused, steps) }), {
        outcome: "version_conflict",
      });
      const third = { ...input, expected: 2, roadmap: roadmapOf(task, 3), follow: follow(none, () => []) };
      assert.deepEqual(await w.store.replaceRoadmap(third), { outcome: "replaced", task_id: null });
      const tasks = await Promise.all([made, refused, broken, none].map((task_id) => w.other.getTask({ task_id })));
      assert.deepEqual(
        tasks.map((each) => each?.status),
        ["queued", undefined, undefined, undefined],
      );
      assert.equal((await w.claim(made)).lease.path, STEP.path);
      await w.store.cancelTask({ task_id: made });
    });

    test("PR8 nobody edits what a step is about to write: one of the two would be lost", async () => {
      const task = await saved([{ path: "roadmap_edit/1", name: "roadmap_edit", input: null }]);
      const edit = () => replace({ ...task, expected: 1, roadmap: roadmapOf(task, 2), events: edited(task, 2) });
      assert.equal(await edit(), "busy");
      await write(task, [{ kind: "roadmap", roadmap: roadmapOf(task, 2) }]);
      assert.equal(await edit(), "version_conflict");
      assert.equal((await w.store.getRoadmap(task))?.roadmap.version, 2);
      await w.store.cancelTask(task);
    });

    test("API a later task on a roadmap has it from its beginning; one on a roadmap that never was has none", async () => {
      const about = { words: "shorter" };
      const follow = (task: TaskRecord) =>
        w.store.followTask({ kind: "change", key: randomUUID(), about, task, task_id: randomUUID(), epoch: "e", steps: [] });
      const [made, unmade] = [await saved(), await w.create()];
      const later = await Promise.all([made, unmade].map(follow));
      assert.deepEqual(
        later.map((task) => task.roadmap_ready),
        [true, false],
      );
      assert.deepEqual([made.about, ...later.map((task) => task.about)], [null, about, about], "what it was asked for is told");
      for (const task of [made, unmade, ...later]) await w.store.cancelTask(task);
    });

    test("PR8 a proposed change is decided once; an applied one keeps its way back", async () => {
      const task = await saved();
      const propose = async (): Promise<string> => {
        const change_id = randomUUID();
        await later(task, [{ kind: "change", change_id, request: "shorter", base_version: 1, patch: PATCH, summary: "s" }]);
        return change_id;
      };
      const [first, second] = [await propose(), await propose()];
      assert.deepEqual(
        (await w.other.listChanges(task)).map((c) => [c.change_id, c.status]),
        [
          [second, "proposed"],
          [first, "proposed"],
        ],
      );
      const rejections = await Promise.all([w.store, w.other].map((by) => by.rejectChange({ change_id: second })));
      assert.deepEqual(rejections.sort(), ["not_proposed", "rejected"]);
      const inverse: Patch = [];
      const words = { task_id: task.task_id, request: "shorter", base_version: 1, patch: PATCH, summary: "s" };
      const change = { ...words, change_id: first, status: "applied", inverse } as const;
      const input = { ...task, roadmap: roadmapOf(task, 2), events: [], change };
      assert.equal(await replace({ ...input, expected: 7 }), "version_conflict");
      assert.equal((await w.store.getChange({ change_id: first }))?.status, "proposed");
      assert.equal(await replace({ ...input, expected: 1 }), "replaced");
      const kept = await w.other.getChange({ change_id: first });
      assert.deepEqual([kept?.status, kept?.applied_version, kept?.inverse, kept?.request], ["applied", 2, [], "shorter"]);
      assert.equal(await w.store.rejectChange({ change_id: first }), "not_proposed");
      const late = { ...input, expected: 2, change: { ...change, change_id: second } };
      assert.equal(await replace(late), "version_conflict", "rejected meanwhile, so not applied");
      assert.equal((await w.store.getRoadmap(task))?.roadmap.version, 2);
      assert.equal(await w.store.getChange({ change_id: "none" }), null);
      const byHand = { ...input, roadmap: roadmapOf(task, 3), expected: 2, change: { ...change, change_id: randomUUID() } };
      assert.equal(await replace(byHand), "replaced", "an edit by hand was never proposed");
      assert.equal((await w.store.getChange(byHand.change))?.applied_version, 3);
      await w.store.cancelTask(task);
    });

    test("PR5 every version of content that was shown is kept, and an older one comes back as the newest", async () => {
      const task = await saved();
      const unit = { roadmap_id: task.roadmap_id, ...UNIT };
      for (const text of ["one", "two", "two", "three"]) await later(task, [tutorial({ markdown: text })]);
      const versions = async () => (await w.store.listContentVersions(unit)).map((v) => [v.version, v.body]);
      const shown = [
        [3, { markdown: "three" }],
        [2, { markdown: "two" }],
        [1, { markdown: "one" }],
      ];
      assert.deepEqual(await versions(), shown, "the same again is no version");
      assert.deepEqual(await w.other.restoreContent({ ...unit, version: 1 }), { version: 4 });
      assert.deepEqual(await versions(), [[4, { markdown: "one" }], ...shown]);
      assert.equal(await w.store.restoreContent({ ...unit, version: 9 }), null);
      const [content] = await w.store.listContent(unit);
      assert.deepEqual([content?.status, content?.version, content?.body], ["ready", 4, { markdown: "one" }]);
      await w.store.cancelTask(task);
    });

    test("PR5 of saves and restores at once none is lost: each is a version, and they are counted without a gap", async () => {
      const task = await saved();
      const unit = { roadmap_id: task.roadmap_id, ...UNIT };
      const texts = upTo(6).map((n) => `text ${n}`);
      await later(task, [tutorial({ markdown: "one" })]);
      await later(task, [tutorial({ markdown: "two" })]);
      const restore = (by: Store, version: number) => by.restoreContent({ ...unit, version });
      for (const markdown of texts)
        await Promise.all([
          later(task, [tutorial({ markdown })]),
          ...upTo(4).map((n) => restore(n % 2 === 0 ? w.store : w.other, 1 + (n % 2))),
        ]);
      const versions = await w.store.listContentVersions(unit);
      assert.deepEqual(
        versions.map(({ version }) => version),
        upTo(versions.length).toReversed(),
      );
      const kept = new Set(versions.map(({ body }) => (body as { markdown: string }).markdown));
      assert.deepEqual(kept, new Set(["one", "two", ...texts]));
      await w.store.cancelTask(task);
    });

    test("PR11 an attempt is at one version of a quiz: the same item of another version is another question", async () => {
      const task = await saved();
      const place = { roadmap_id: task.roadmap_id, concept_id: UNIT.concept_id, user_id: w.user_id };
      const result = (item_id: string, chosen: number) => ({
        item_id,
        correct: false,
        chosen: [chosen],
        right: [2],
        explanation: "",
      });
      const save = (version: number, item_id: string, chosen: number) =>
        w.store.saveQuizAttempt({ ...place, version, ...result(item_id, chosen) });
      await save(1, "q1", 0);
      await save(2, "q1", 1);
      await save(1, "q1", 3);
      await save(1, "q2", 0);
      const of = (version: number) => w.other.listQuizAttempts({ ...place, version });
      assert.deepEqual(await of(1), [result("q1", 3), result("q2", 0)]);
      assert.deepEqual([await of(2), await of(3)], [[result("q1", 1)], []]);
      await w.store.cancelTask(task);
    });

    test("PL7 a failed try at new content leaves what is there; where there was nothing it is a failed unit", async () => {
      const task = await saved();
      const failure: Write = { kind: "content_failed", concept_id: UNIT.concept_id, content: UNIT.kind, reason: "no" };
      const state = async () => {
        const [content] = await w.store.listContent({ roadmap_id: task.roadmap_id, concept_id: UNIT.concept_id });
        return [content?.status, content?.reason, content?.body, content?.version];
      };
      await later(task, [failure]);
      assert.deepEqual(await state(), ["failed", "no", null, 0]);
      const [other, roadmap_id] = [await saved(), task.roadmap_id];
      const failed = (...roadmap_ids: string[]) => w.store.listFailedUnits({ roadmap_ids });
      const unit = { roadmap_id, unit: `${UNIT.concept_id}/${UNIT.kind}`, concept_id: UNIT.concept_id, reason: "no" };
      assert.deepEqual(await failed(roadmap_id, other.roadmap_id), [unit]);
      assert.deepEqual([await failed(other.roadmap_id), await failed()], [[], []]);
      await w.store.cancelTask(other);
      await later(task, [tutorial({ markdown: "one" })]);
      assert.deepEqual(await state(), ["ready", null, { markdown: "one" }, 1]);
      await later(task, [failure]);
      assert.deepEqual(await state(), ["ready", null, { markdown: "one" }, 1]);
      await later(task, [{ ...failure, concept_id: "taken-away" }]);
      const units = await w.store.listContent({ roadmap_id: task.roadmap_id });
      assert.deepEqual(
        units.map((each) => each.concept_id),
        [UNIT.concept_id],
        "what failed of a concept that is not in the roadmap is nobody's failure",
      );
      assert.deepEqual(await failed(roadmap_id), []);
      await w.store.cancelTask(task);
    });

    test("API what a person set for their own model is kept as it came, and forgotten when they say so", async () => {
      const user_id = await w.guest();
      assert.equal(await w.store.getModelSettings({ user_id }), null);
      const settings = { provider: "p", model: "m", roles: { critic: "c" }, sealed_key: "v1.x" };
      await w.store.saveModelSettings({ user_id, settings: { ...settings, model: "before" } });
      await w.store.saveModelSettings({ user_id, settings });
      const { updated_at, ...kept } = (await w.other.getModelSettings({ user_id })) ?? { updated_at: "" };
      assert.ok(Date.parse(updated_at) > 0);
      assert.deepEqual(kept, settings);
      const key = `mode-${user_id}`;
      assert.equal(await w.store.getModelMode({ key }), null);
      await w.store.saveModelMode({ key, mode: "tool" });
      await w.store.saveModelMode({ key, mode: "text" });
      assert.equal(await w.other.getModelMode({ key }), "text");
      await w.store.deleteModelSettings({ user_id });
      assert.equal(await w.other.getModelSettings({ user_id }), null);
    });
  });
}
