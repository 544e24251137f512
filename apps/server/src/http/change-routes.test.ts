import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Change, Problem, Roadmap, TaskCreated } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { useModelServer } from "../model-server.fixture.ts";
import { Person, refusal } from "../server.fixture.ts";

describe("changes of a roadmap", () => {
  const { server, script, baked } = useModelServer();

  async function changing() {
    const { p, path, read, roadmap } = await baked();
    const changes = async () => (await p.get<{ changes: Change[] }>(`${path}/changes`)).body.changes;
    const edit = async (operation: object) =>
      p.post<Problem>(`${path}/edits`, { patch: [operation], version: (await read()).version });
    return { p, path, read, changes, edit, roadmap };
  }
  const idOf = (roadmap: Roadmap, name: string): string =>
    conceptsOf(roadmap).find((concept) => concept.name === name)?.concept_id ?? "";
  const rename = (id: string, name: string) => ({ op: "change", kind: "concept", id, fields: { name } });

  test("PR8 changes are undone one after the other, the last that stands first", async () => {
    const { p, path, read, changes, edit, roadmap } = await changing();
    const undo = async (words: RegExp) => {
      const change = (await changes()).find(({ request }) => words.test(request));
      return p.post<Problem>(`${path}/changes/${change?.change_id}/undo`);
    };
    const undoable = async () => (await changes()).map((change) => change.undoable);
    await edit(rename(idOf(roadmap, "Flour"), "Grain"));
    await edit({ op: "remove", kind: "concept", id: idOf(roadmap, "Shaping") });
    assert.deepEqual(await undoable(), [true, false]);
    assert.deepEqual(refusal(await undo(/Grain/)).slice(0, 2), [409, "not_undoable"], "a later one stands");
    assert.equal((await undo(/Shaping/)).status, 200);
    assert.deepEqual(await undoable(), [false, true]);
    const [, first] = await changes();
    assert.deepEqual(
      first?.differences.map(({ message }) => message),
      ["Changed concept “Flour”: it is now called “Grain”."],
    );
    assert.equal((await undo(/Grain/)).status, 200);
    const { version: _before, ...was } = roadmap;
    const { version, ...is } = await read();
    assert.deepEqual([version, is.stages.length], [roadmap.version + 4, was.stages.length]);
    assert.deepEqual(
      conceptsOf(is).map(({ name }) => name),
      conceptsOf(was).map(({ name }) => name),
    );
    assert.deepEqual(
      [await undoable(), (await changes()).map(({ status }) => status)],
      [
        [false, false],
        ["undone", "undone"],
      ],
    );
  });

  test("PR8 a roadmap grows by edits to as many concepts as a model's draft may have, and no further", async () => {
    const p = new Person(server.base);
    const { task_id } = await p.generate({ goal: "bake sourdough bread", language: "en", review: true });
    const { roadmap_id } = await p.settled(task_id);
    const path = `/api/v1/roadmaps/${roadmap_id}`;
    const { body: roadmap } = await p.get<Roadmap>(path);
    const into = roadmap.stages[0]!.modules[0]!.module_id;
    const { concept_id: _id, content: _content, ...like } = conceptsOf(roadmap)[0]!;
    const add = (n: number) => ({
      op: "add",
      kind: "concept",
      into,
      node: { ...like, name: `Loaf ${n}`, outcomes: [`Bake ${n}`] },
    });
    const edit = (many: number, version: number) =>
      p.post<Problem & { roadmap: Roadmap }>(`${path}/edits`, { patch: Array.from({ length: many }, (_, n) => add(n)), version });
    const room = 400 - conceptsOf(roadmap).length;
    assert.deepEqual(refusal(await edit(room + 1, roadmap.version)), [422, "roadmap_too_large", ["patch"]]);
    const full = await edit(room, roadmap.version);
    assert.deepEqual([full.status, conceptsOf(full.body.roadmap).length], [200, 400]);
    await p.post(`/api/v1/tasks/${task_id}/cancel`);
  });

  test("PR8 a change after one that was undone is undone before those that came earlier", async () => {
    const { p, path, changes, edit, roadmap } = await changing();
    const flour = idOf(roadmap, "Flour");
    for (const name of ["Grain", "Seed"]) await edit(rename(flour, name));
    const last = async () => (await changes()).find(({ undoable }) => undoable);
    const told: (string | undefined)[] = [];
    for (const next of ["Rye", null, null]) {
      const change = await last();
      told.push(change?.request);
      assert.equal((await p.post(`${path}/changes/${change?.change_id}/undo`)).status, 200);
      if (next !== null) await edit(rename(flour, next));
    }
    assert.deepEqual(
      told.map((request) => request?.match(/called “(\w+)”/u)?.[1]),
      ["Seed", "Rye", "Grain"],
    );
    assert.equal(await last(), undefined);
  });

  test("PR8 an edit that comes to nothing is refused with the reason, and makes no version", async () => {
    const { edit, read, changes, roadmap } = await changing();
    const [flour, starter] = [idOf(roadmap, "Flour"), roadmap.stages[0]?.modules[0]];
    const node = {
      name: "Starter care",
      description: "Again.",
      hours: { low: 1, likely: 2, high: 3 },
      difficulty: "easy",
      prerequisites: [],
      outcomes: [],
      keywords: [],
    };
    const refused: [object, string][] = [
      [{ op: "add", kind: "concept", into: starter?.module_id, node }, "There is already a “Starter care”; choose another name."],
      [
        { op: "move", kind: "concept", id: flour, into: starter?.module_id, at: 1 },
        "“Starter care” needs “Flour”, so it cannot come before it.",
      ],
      [rename(flour, "Flour"), "The roadmap is like this already."],
    ];
    for (const [operation, reason] of refused) {
      const { status, body } = await edit(operation);
      assert.deepEqual(
        [status, body.code, body.no_effect, body.errors?.map(({ message }) => message)],
        [422, "edit_not_sound", true, [reason]],
      );
    }
    assert.deepEqual([(await read()).version, await changes()], [roadmap.version, []]);
  });

  test("PR8 a proposal of which nothing is left says why, and is not applied", async () => {
    const { p, path, changes, roadmap } = await changing();
    script.edits = { summary: "Renamed.", operations: [rename(idOf(roadmap, "Flour"), "Grain")] };
    const propose = async (request: string) => {
      const asked = await p.post<TaskCreated>(`${path}/changes`, { request, version: roadmap.version });
      await p.settled(asked.body.task_id);
    };
    await propose("call it grain");
    await propose("call it grain, please");
    const [second, first] = await changes();
    assert.equal((await p.post(`${path}/changes/${first?.change_id}/apply`)).status, 200);
    const left = (await changes()).find(({ change_id }) => change_id === second?.change_id);
    assert.deepEqual([second?.findings, left?.differences, left?.findings], [[], [], ["The roadmap is like this already."]]);
    const applied = await p.post<Problem>(`${path}/changes/${second?.change_id}/apply`);
    assert.deepEqual([applied.status, applied.body.code], [422, "edit_not_sound"]);
  });

  test("PR8 an edit by hand is listed by what it did, in whole sentences, without what the plan makes of it", async () => {
    const { edit, changes, roadmap } = await changing();
    const name = `Flour ${"milled ".repeat(26)}`.trim();
    await edit({
      op: "change",
      kind: "concept",
      id: idOf(roadmap, "Flour"),
      fields: { name, hours: { low: 1, likely: 9, high: 9 } },
    });
    await edit({ op: "remove", kind: "stage", id: roadmap.stages[1]?.stage_id });
    const [removal, length] = await changes();
    assert.match(removal?.request ?? "", /^Removed stage “Bake”\. Removed module “Loaf”\. .*”\.$/u);
    assert.match(length?.request ?? "", /; about 9 h, was 2 h\.$/u);
    assert.ok(removal?.request && !/plan|ends on/u.test(removal.request + length?.request));
  });
});
