import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  foldEvents,
  type Problem,
  type Roadmap,
  type Snapshot,
  type Task,
  type TaskCreated,
  type TaskEvent,
} from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { holdAt, useModelServer } from "../model-server.fixture.ts";
import { Person, refusal } from "../server.fixture.ts";

describe("trying again", () => {
  const { server, script, model } = useModelServer();
  const GOAL = { goal: "bake sourdough bread", language: "en" };

  /** Questions that name a concept are answered with nothing of use, which names it again, so that a question to mend it fails as well. */
  const failing =
    (concept: RegExp) =>
    ({ prompt }: { readonly prompt: string }): string | null => {
      const named = concept.exec(prompt);
      return named && `No. ${named[0]}`;
    };

  interface Started {
    readonly p: Person;
    readonly task: Task;
    readonly path: string;
  }
  async function settled(more: object = {}): Promise<Started> {
    const p = new Person(server.base);
    const { task_id } = await p.generate({ ...GOAL, ...more });
    return started(p, await p.settled(task_id));
  }
  const started = (p: Person, task: Task): Started => ({ p, task, path: `/api/v1/roadmaps/${task.roadmap_id}` });
  const read = async ({ p, path }: Started) => (await p.get<Roadmap>(path)).body;
  const eventsOf = async ({ p }: Started, { task_id }: Pick<Task, "task_id">) =>
    (await p.get<{ events: TaskEvent[] }>(`/api/v1/tasks/${task_id}/events`)).body.events;
  const pathsOf = async ({ p }: Started, { task_id }: Pick<Task, "task_id">) =>
    (await p.get<{ steps: { path: string }[] }>(`/api/v1/tasks/${task_id}/costs`)).body.steps.map((step) => step.path).sort();
  const retry = ({ p }: Started, { task_id }: Pick<Task, "task_id">) => p.post<TaskCreated>(`/api/v1/tasks/${task_id}/retry`);
  const refused = async ({ p }: Started, { task_id }: Pick<Task, "task_id">) =>
    refusal(await p.post<Problem>(`/api/v1/tasks/${task_id}/retry`)).slice(0, 2);
  const cancel = ({ p }: Started, { task_id }: Pick<Task, "task_id">) => p.post(`/api/v1/tasks/${task_id}/cancel`);
  const approve = ({ p }: Started, { task_id }: Pick<Task, "task_id">, version: number) =>
    p.post(`/api/v1/tasks/${task_id}/review`, { decision: "approve", version });

  const edit = async (of: Started, patch: readonly object[]) => {
    const { version } = await read(of);
    const edited = await of.p.post<{ task_id?: string }>(`${of.path}/edits`, { patch, version });
    assert.equal(edited.status, 200, JSON.stringify(edited.body));
    return edited.body;
  };
  const rename = (roadmap: Roadmap, name: string) => [
    { op: "change", kind: "concept", id: conceptsOf(roadmap)[0]!.concept_id, fields: { name } },
  ];
  const add = (roadmap: Roadmap, name: string) => {
    const { concept_id: _id, content: _content, ...like } = conceptsOf(roadmap)[0]!;
    const outcomes = [`Can do ${name}`];
    return [{ op: "add", kind: "concept", into: roadmap.stages[0]!.modules[0]!.module_id, node: { ...like, name, outcomes } }];
  };
  const assertReady = (roadmap: Roadmap) =>
    assert.ok(conceptsOf(roadmap).every((c) => Object.values(c.content).every((unit) => unit?.status === "ready")));
  const units = (concept: string) => ["quiz", "resources", "tutorial"].map((kind) => `content/${concept}/${kind}`);

  test("PL7 one retry writes what failed of the roadmap as it is, added later or not; what is written is asked for 0 times", async () => {
    script.fault = failing(/Concept: (Water|Baking)\n/);
    const first = await settled();
    assert.equal(first.task.failed_units.length, 3);
    const { task_id } = await edit(first, add(await read(first), "Water"));
    assert.equal((await first.p.settled(task_id!)).failed_units.length, 6);
    script.fault = null;
    const before = model().requests.length;
    const [made, twice] = await Promise.all([retry(first, first.task), retry(first, { task_id: task_id! })]);
    assert.deepEqual([made.status, twice.status, made.body.task_id], [201, 201, twice.body.task_id], "twice is one task");
    const again = await first.p.settled(made.body.task_id);
    assert.deepEqual([again.status, again.percent, again.kind, again.failed_units], ["completed", 100, "retry", []]);
    assert.deepEqual(await pathsOf(first, again), [...units("baking"), ...units("water")]);
    assert.equal(model().requests.length - before, 6, "each once");
    const events = await eventsOf(first, again);
    const progress = events.flatMap((e) =>
      e.type === "progress" ? [[e.step, e.status, e.data?.["done"], e.data?.["total"]]] : [],
    );
    assert.deepEqual(
      progress,
      [1, 2, 3, 4, 5, 6].map((n) => ["content_generation", n < 6 ? "started" : "completed", n, 6]),
    );
    assert.deepEqual(Object.keys(foldEvents(events).units).length, 6);
    assertReady(await read(first));
    assert.deepEqual(await refused(first, again), [409, "nothing_to_retry"]);
  });

  test("PL7 one part that failed is tried again by the same step as all of them; what is being written is not asked for twice", async () => {
    script.fault = failing(/Concept: Baking\n/);
    const first = await settled();
    const one = () => first.p.post<TaskCreated>(`${first.path}/concepts/baking/quiz/regenerate`, {});
    script.fault = null;
    const held = holdAt(script, "quiz");
    const quiz = await one();
    await held.reached;
    const all = await retry(first, first.task);
    await first.p.settled(all.body.task_id);
    assert.deepEqual(await refused(first, first.task), [409, "nothing_to_retry"]);
    assert.equal((await one()).body.task_id, quiz.body.task_id, "a double click is one task");
    held.release();
    assert.deepEqual((await first.p.settled(quiz.body.task_id)).failed_units, []);
    assert.deepEqual(await pathsOf(first, quiz.body), ["content/baking/quiz"]);
    assert.deepEqual(await pathsOf(first, all.body), ["content/baking/resources", "content/baking/tutorial"]);
    assertReady(await read(first));
  });

  test("PL7 a retry of a task that was cancelled in the middle of its content writes only what is missing, as it is called now", async () => {
    const p = new Person(server.base);
    const held = holdAt(script, "quiz");
    const { task_id } = await p.generate(GOAL);
    await held.reached;
    const { body: running } = await p.get<Task>(`/api/v1/tasks/${task_id}`);
    const first = started(p, running);
    await cancel(first, running);
    held.release();
    const missing = conceptsOf(await read(first)).flatMap(({ concept_id, content }) =>
      Object.entries(content).flatMap(([kind, unit]) => (unit.status === "ready" ? [] : [`content/${concept_id}/${kind}`])),
    );
    assert.ok(missing.some((unit) => unit.endsWith("quiz")));
    await edit(first, rename(await read(first), "Grain"));
    const before = model().requests.length;
    const made = await retry(first, running);
    const again = await p.settled(made.body.task_id);
    assert.deepEqual([again.status, again.failed_units, again.percent], ["completed", [], 100]);
    const written = (await eventsOf(first, again)).flatMap((e) => (e.type === "concept_complete" ? [`content/${e.unit}`] : []));
    assert.deepEqual(written.toSorted(), missing.toSorted());
    const asked = model().requests.slice(before);
    assert.ok(asked.some(({ prompt }) => prompt.includes("Concept: Grain\n")));
    const paid = await pathsOf(first, again);
    // an answer that came before its unit was cut off is not asked for again
    assert.ok(asked.length === paid.length && paid.every((path) => missing.includes(path)), paid.join());
    assertReady(await read(first));
  });

  test("PR5 PR8 a retry of a task that was cancelled in its review asks about the roadmap as it was edited; no edit is lost", async () => {
    const first = await settled({ review: true });
    await edit(first, rename(await read(first), "Grain"));
    await cancel(first, first.task);
    const before = model().requests.length;
    const added = await edit(first, add(await read(first), "Water"));
    assert.equal(added.task_id, undefined, "nothing is written of what was not decided on");
    const made = await retry(first, first.task);
    const waiting = await first.p.settled(made.body.task_id);
    assert.deepEqual([waiting.status, waiting.retry_of], ["waiting_for_review", first.task.task_id]);
    const held = await read(first);
    const more = await edit(first, [...rename(held, "Seed"), ...add(held, "Salt")]);
    assert.equal(more.task_id, undefined, "nor while the retry waits for its review");
    const roadmap = await read(first);
    const snapshot = foldEvents(await eventsOf(first, waiting));
    assert.deepEqual([snapshot.version, roadmap.version], [4, 4]);
    const outline = ({ stages }: Pick<Snapshot, "stages">) =>
      stages.flatMap(({ modules }) => modules.flatMap(({ concepts }) => concepts.map((c) => [c.concept_id, c.name])));
    assert.deepEqual(outline(snapshot), outline(roadmap));
    assert.equal(model().requests.length, before, "what was understood and designed is not paid for again");
    await cancel(first, waiting);
    const third = await first.p.settled((await retry(first, waiting)).body.task_id);
    const asked = (await eventsOf(first, third)).filter((e) => e.type === "human_review_required" || e.type === "roadmap_edited");
    assert.deepEqual(
      asked.map((e) => [e.type, e.version]),
      [
        ["roadmap_edited", 4],
        ["human_review_required", 4],
      ],
    );
    assert.equal((await approve(first, third, 3)).status, 409);
    assert.equal((await approve(first, third, 4)).status, 200);
    assert.equal((await first.p.settled(third.task_id)).status, "completed");
    const after = await read(first);
    assert.deepEqual([after.version, outline(after)], [4, outline(roadmap)]);
    assertReady(after);
  });

  test("PR5 the same for a catalogue's roadmap; what was added to it is tried again with a model", async () => {
    const first = await settled({ goal: "learn react", level: "beginner", source: "catalogue", review: true });
    await edit(first, rename(await read(first), "Grain"));
    await cancel(first, first.task);
    const waiting = await first.p.settled((await retry(first, first.task)).body.task_id);
    const snapshot = foldEvents(await eventsOf(first, waiting));
    assert.deepEqual([snapshot.status, snapshot.version], ["waiting_for_review", 2]);
    assert.equal(snapshot.stages[0]?.modules[0]?.concepts[0]?.name, "Grain");
    assert.equal((await approve(first, waiting, 2)).status, 200);
    assert.equal((await first.p.settled(waiting.task_id)).status, "completed");
    script.fault = failing(/Concept: Sourdough\n/);
    const { task_id } = await edit(first, add(await read(first), "Sourdough"));
    assert.equal((await first.p.settled(task_id!)).failed_units.length, 3);
    script.fault = null;
    const again = await first.p.settled((await retry(first, waiting)).body.task_id);
    assert.deepEqual([again.status, again.failed_units], ["completed", []]);
    assert.deepEqual(await pathsOf(first, again), units("sourdough"));
    const after = await read(first);
    assert.equal(conceptsOf(after)[0]?.name, "Grain");
    assertReady(after);
  });

  test("PL7 a wish that failed or was cut off is wished for again, in its own words", async () => {
    const first = await settled();
    const { version } = await read(first);
    const wish = await first.p.post<TaskCreated>(`${first.path}/changes`, { request: "call it Grain", version });
    assert.equal((await first.p.settled(wish.body.task_id)).status, "failed", "the model proposes nothing");
    const operations = rename(await read(first), "Grain");
    script.edits = { summary: "Renamed.", operations };
    const [made, twice] = await Promise.all([retry(first, wish.body), retry(first, wish.body)]);
    assert.equal(made.body.task_id, twice.body.task_id);
    const again = await first.p.settled(made.body.task_id);
    assert.deepEqual([again.status, again.kind], ["completed", "change"]);
    const { body } = await first.p.get<{ changes: { request: string; status: string }[] }>(`${first.path}/changes`);
    assert.deepEqual(
      body.changes.map((change) => [change.request, change.status]),
      [["call it Grain", "proposed"]],
    );
    assert.deepEqual(await refused(first, again), [409, "nothing_to_retry"]);
  });
});
