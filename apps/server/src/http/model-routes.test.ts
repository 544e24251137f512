import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change, ModelEstimate, ModelSettings, Problem, Roadmap, Task, TaskCreated } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { holdAt, useModelServer } from "../model-server.fixture.ts";
import { Person, refusal } from "../server.fixture.ts";

describe("the routes of models", () => {
  const { server, script, model, baked } = useModelServer();
  const person = () => new Person(server.base);
  const GOAL = { goal: "bake sourdough bread", language: "en" };

  const eventsOf = async (p: Person, task_id: string) =>
    (await p.get<{ events: Record<string, unknown>[] }>(`/api/v1/tasks/${task_id}/events`)).body.events;
  const first = (roadmap: Roadmap) => conceptsOf(roadmap)[0]!;
  const renamed = (id: string, name: string) => [{ op: "change", kind: "concept", id, fields: { name } }];

  test("PL9 with a model any goal becomes a roadmap, and each step says what it cost", async () => {
    const { p, task, roadmap } = await baked();
    assert.deepEqual([task.status, roadmap.source, roadmap.title], ["completed", "model", "Sourdough"]);
    const { body } = await p.get<{ steps: { role: string; model: string; calls: number; output_tokens: number }[] }>(
      `/api/v1/tasks/${task.task_id}/costs`,
    );
    assert.deepEqual([...new Set(body.steps.map((s) => s.role))].sort(), [
      "analyst",
      "architect",
      "critic",
      "examiner",
      "researcher",
      "writer",
    ]);
    const sum = body.steps.reduce((n, step) => n + step.output_tokens, 0);
    assert.deepEqual([sum, task.usage.cost_usd], [task.usage.output_tokens, null]);
    assert.ok(sum > 0 && body.steps.every((s) => s.calls === 1 && s.model.endsWith("/scripted")));
    assert.equal((await person().get(`/api/v1/tasks/${task.task_id}/costs`)).status, 401);
    const estimate = await p.post<ModelEstimate>("/api/v1/roadmaps/estimate", { ...GOAL, level: "beginner", hours_per_week: 5 });
    assert.ok(estimate.body.cost && estimate.body.cost.tokens.high > sum && estimate.body.cost.usd === null);
  });

  test("PR8 an edit by hand is made on the version it was made for, or not at all", async () => {
    const { p, path, roadmap, read } = await baked();
    const { concept_id } = first(roadmap);
    const patch = renamed(concept_id, "Grain");
    const edit = (version: number, more: object[] = patch) =>
      p.post<Problem & { roadmap: Roadmap }>(`${path}/edits`, { patch: more, version });
    assert.deepEqual(refusal(await edit(roadmap.version + 1)), [409, "version_conflict", ["version"]]);
    const both = await Promise.all([edit(roadmap.version), edit(roadmap.version)]);
    assert.deepEqual(both.map((b) => b.status).sort(), [200, 409]);
    assert.deepEqual([first(await read()).name, (await read()).version], ["Grain", roadmap.version + 1]);
    const last = conceptsOf(roadmap).at(-1)!;
    const circle = [
      {
        op: "change",
        kind: "concept",
        id: concept_id,
        fields: { prerequisites: [{ concept_id: last.concept_id, kind: "hard" }] },
      },
    ];
    for (const unsound of [circle, renamed("nobody", "x")]) {
      const { status, body } = await edit(roadmap.version + 1, unsound);
      assert.deepEqual([status, body.code, body.no_effect], [422, "edit_not_sound", true], JSON.stringify(body));
    }
    assert.equal((await edit(roadmap.version + 1, [])).status, 400);
    assert.equal((await read()).version, roadmap.version + 1);
    const mended = await edit(roadmap.version + 1, [...circle, ...renamed(last.concept_id, "Oven")]);
    assert.deepEqual([mended.status, (mended.body["repairs"] as string[]).length], [200, 1], "PR7: what was mended is said");
    const stranger = person();
    await stranger.post("/api/v1/session");
    assert.ok([403, 404].includes((await stranger.post(`${path}/edits`, { patch, version: roadmap.version + 2 })).status));
  });

  test("PR8 an edit by hand can be undone like one asked for in words", async () => {
    const { p, path, roadmap, read } = await baked();
    await p.post(`${path}/edits`, { patch: renamed(first(roadmap).concept_id, "Grain"), version: roadmap.version });
    const { changes } = (await p.get<{ changes: Change[] }>(`${path}/changes`)).body;
    assert.deepEqual(
      changes.map(({ status, undoable }) => [status, undoable]),
      [["applied", true]],
    );
    assert.match(changes[0]?.request ?? "", /Grain/);
    assert.equal((await p.post(`${path}/changes/${changes[0]?.change_id}/undo`)).status, 200);
    assert.deepEqual([first(await read()).name, (await read()).version], [first(roadmap).name, roadmap.version + 2]);
  });

  test("PR8 a task that waits for a review hears of edits, and goes on with the roadmap as it is then", async () => {
    const { p, task, path, roadmap, read } = await baked({ review: true });
    assert.deepEqual([task.status, task.review], ["waiting_for_review", true]);
    const edit = await p.post(`${path}/edits`, { patch: renamed(first(roadmap).concept_id, "Grain"), version: roadmap.version });
    assert.equal(edit.status, 200);
    const heard = (await eventsOf(p, task.task_id)).find((e) => e["type"] === "roadmap_edited");
    assert.equal(heard?.["version"], roadmap.version + 1);
    const wordless = { decision: "change", feedback: " ", version: roadmap.version };
    assert.deepEqual(refusal(await p.post<Problem>(`/api/v1/tasks/${task.task_id}/review`, wordless)), [
      400,
      "invalid_request",
      ["feedback"],
    ]);
    const approve = (version: number) =>
      p.post<Problem>(`/api/v1/tasks/${task.task_id}/review`, { decision: "approve", version });
    assert.equal((await approve(roadmap.version)).status, 409);
    assert.equal((await approve(roadmap.version + 1)).status, 200);
    const done = await p.settled(task.task_id);
    const after = await read();
    assert.deepEqual([done.status, first(after).name], ["completed", "Grain"]);
    assert.ok(conceptsOf(after).every((c) => Object.values(c.content).every((unit) => unit?.status === "ready")));
  });

  test("PL1 an edit while the content is written pays for what it brings alone", async () => {
    const p = person();
    const held = holdAt(script, "quiz");
    const { task_id } = await p.generate(GOAL);
    await held.reached;
    const { roadmap_id } = (await p.get<Task>(`/api/v1/tasks/${task_id}`)).body;
    const path = `/api/v1/roadmaps/${roadmap_id}`;
    const { body: before } = await p.get<Roadmap>(path);
    const into = before.stages[0]!.modules[0]!.module_id;
    const { concept_id: _id, content: _content, ...like } = first(before);
    const patch = [{ op: "add", kind: "concept", into, node: { ...like, name: "Water" } }];
    const edit = await p.post<Problem & { task_id: string }>(`${path}/edits`, { patch, version: before.version });
    assert.equal(edit.status, 200, JSON.stringify(edit.body));
    held.release();
    await p.settled(task_id);
    await p.settled(edit.body.task_id);
    const costs = await p.get<{ steps: { path: string }[] }>(`/api/v1/tasks/${edit.body.task_id}/costs`);
    assert.deepEqual(costs.body.steps.map((step) => step.path).sort(), [
      "content/water/quiz",
      "content/water/resources",
      "content/water/tutorial",
    ]);
    const { body: after } = await p.get<Roadmap>(path);
    assert.ok(conceptsOf(after).every((c) => Object.values(c.content).every((unit) => unit?.status === "ready")));
  });

  test("PR8 a change by words is proposed as a diff, applied by code, undone or rejected", async () => {
    const { p, path, roadmap, read } = await baked();
    const propose = async (name: string): Promise<Change> => {
      script.edits = { summary: "Renamed.", operations: renamed(first(roadmap).concept_id, name) };
      const { version } = await read();
      const made = await p.post<TaskCreated>(`${path}/changes`, { request: `call it ${name}`, version });
      assert.equal(made.status, 201);
      const { status, kind, about } = await p.settled(made.body.task_id);
      assert.deepEqual([status, kind, about], ["completed", "change", { words: `call it ${name}` }]);
      return (await p.get<{ changes: Change[] }>(`${path}/changes`)).body.changes[0]!;
    };
    const change = await propose("Grain");
    assert.deepEqual(
      [change.status, change.request, change.summary, change.findings],
      ["proposed", "call it Grain", "Renamed.", []],
    );
    assert.ok(change.differences.some((d) => d.target === "concept" && d.kind === "changed"));
    assert.notEqual(first(await read()).name, "Grain", "nothing happens before somebody says so");
    const decide = (verb: string, { change_id }: Change) => p.post<Problem>(`${path}/changes/${change_id}/${verb}`);
    assert.equal((await decide("undo", change)).status, 409);
    assert.equal((await decide("apply", change)).status, 200);
    assert.equal(first(await read()).name, "Grain");
    assert.deepEqual(refusal(await decide("apply", change)).slice(0, 2), [409, "not_proposed"]);
    const held = holdAt(script, "edits");
    const wish = async (words: string) => {
      const { body } = await p.post<TaskCreated>(`${path}/changes`, { request: words, version: (await read()).version });
      return body.task_id;
    };
    const [slower, again, faster] = [await wish("slower"), await wish("slower"), await wish("faster")];
    held.release();
    for (const task_id of [slower, faster]) await p.settled(task_id);
    assert.deepEqual([slower === again, slower === faster], [true, false], "other words are another wish, and not lost");
    const second = await propose("Seed");
    assert.equal((await decide("reject", second)).status, 200);
    assert.deepEqual(refusal(await decide("apply", second)).slice(0, 2), [409, "not_proposed"]);
    assert.equal((await decide("undo", change)).status, 200);
    assert.equal(first(await read()).name, first(roadmap).name);
    assert.deepEqual(refusal(await decide("undo", change)).slice(0, 2), [409, "not_undoable"]);
    const old = await p.post<Problem>(`${path}/changes`, { request: "x", version: roadmap.version });
    assert.deepEqual(refusal(old), [409, "version_conflict", ["version"]]);
    assert.deepEqual(refusal(await p.post<Problem>(`${path}/changes/%00/apply`)).slice(0, 2), [404, "change_not_found"]);
  });

  test("PL5 a paused task holds, resumes and finishes; what has ended is not paused", async () => {
    const p = person();
    const held = holdAt(script, "outline");
    const { task_id } = await p.generate({ ...GOAL, language: "zh" });
    await held.reached;
    const post = (verb: string) => p.post<Task>(`/api/v1/tasks/${task_id}/${verb}`);
    assert.equal((await post("pause")).body.paused?.reason, "user");
    assert.match((await post("pause")).body.paused?.message ?? "", /不会再开始/, "twice is once, in the task's language");
    held.release();
    assert.equal((await p.get<Task>(`/api/v1/tasks/${task_id}`)).body.paused?.reason, "user");
    assert.equal((await post("resume")).body.paused ?? null, null);
    assert.equal((await p.settled(task_id)).status, "completed");
    assert.deepEqual(
      [refusal(await p.post<Problem>(`/api/v1/tasks/${task_id}/pause`)).slice(0, 2), (await post("resume")).status],
      [[409, "task_finished"], 409],
    );
    const stranger = person();
    await stranger.post("/api/v1/session");
    assert.ok([403, 404].includes((await stranger.post(`/api/v1/tasks/${task_id}/pause`)).status));
  });

  test("API a correction of what was understood starts over, and the first task ends", async () => {
    const p = person();
    const held = holdAt(script, "outline");
    const { task_id } = await p.generate(GOAL);
    await held.reached;
    const correct = () => p.post<TaskCreated>(`/api/v1/tasks/${task_id}/correct`, { correction: "I have a tandoor" });
    const [made, twice] = await Promise.all([correct(), correct()]);
    assert.deepEqual([made.status, twice.body.task_id], [201, made.body.task_id], "a double click is one correction");
    held.release();
    const { status, superseded_by } = await p.settled(task_id);
    assert.deepEqual([status, superseded_by], ["cancelled", made.body.task_id]);
    const again = await p.post<Problem>(`/api/v1/tasks/${task_id}/retry`);
    assert.deepEqual([...refusal(again).slice(0, 2), again.body["task_id"]], [409, "task_superseded", made.body.task_id]);
    assert.equal((await p.settled(made.body.task_id)).status, "completed");
    assert.ok(model().requests.some((r) => r.schema_name === "intent" && r.prompt.includes("I have a tandoor")));
    const long = await p.post<Problem>(`/api/v1/tasks/${made.body.task_id}/correct`, { correction: "x".repeat(2_001) });
    assert.deepEqual(refusal(long), [400, "invalid_request", ["correction"]]);
  });

  test("API the settings show whose model it is; a key goes in and never comes out", async () => {
    const SETTINGS = "/api/v1/settings/model";
    const p = person();
    assert.equal((await p.get(SETTINGS)).status, 401, "only a POST makes a guest");
    assert.deepEqual((await p.get(`${SETTINGS}/access`)).body, { configured: true }, "anybody may know that there is one");
    await p.post("/api/v1/session");
    const before = (await p.get<ModelSettings>(SETTINGS)).body;
    assert.deepEqual([before.source, before.model, before.key_hint], ["instance", "scripted", null]);
    const test = await p.post<{ ok: boolean; message: string }>(`${SETTINGS}/test`);
    assert.equal(typeof test.body.ok, "boolean");
    const own = {
      provider: "deepseek",
      model: "deepseek-flash",
      key: "sk-very-secret-7890",
      roles: { critic: "deepseek-v4-pro" },
    };
    const saved = await p.put<ModelSettings>(SETTINGS, own);
    assert.deepEqual([saved.status, saved.body.source, saved.body.key_hint, saved.body.roles], [200, "own", "7890", own.roles]);
    assert.ok(!JSON.stringify([saved.body, (await p.get(SETTINGS)).body]).includes("secret"));
    const { key: _, ...keyless } = own;
    assert.equal((await p.put<ModelSettings>(SETTINGS, { ...keyless, model: "deepseek-v4-pro" })).body.key_hint, "7890");
    assert.deepEqual(refusal(await p.put<Problem>(SETTINGS, { ...keyless, provider: "openai" })), [
      422,
      "model_key_missing",
      ["key"],
    ]);
    assert.deepEqual(refusal(await p.put<Problem>(SETTINGS, { ...own, provider: "ollama" })), [
      400,
      "invalid_request",
      ["provider"],
    ]);
    assert.deepEqual(refusal(await p.put<Problem>(SETTINGS, { ...own, base_url: "http://10.0.0.1" })), [
      400,
      "invalid_request",
      ["base_url"],
    ]);
    const [status] = refusal(await p.put<Problem>(SETTINGS, own, { origin: "https://evil.example" }));
    assert.equal(status, 403);
    const another = person();
    await another.post("/api/v1/session");
    assert.equal((await another.get<ModelSettings>(SETTINGS)).body.source, "instance", "another person's is another's");
    assert.equal((await p.remove<ModelSettings>(SETTINGS)).body.source, "instance");
  });
});
