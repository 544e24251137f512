import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ConceptPage, ContentVersionView, Problem, Roadmap, Task, TaskCreated } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { holdAt, useModelServer } from "../model-server.fixture.ts";
import { Person, refusal } from "../server.fixture.ts";

describe("content by models", () => {
  const { server, script, model, baked } = useModelServer();
  const person = () => new Person(server.base);
  const GOAL = { goal: "bake sourdough bread", language: "en" };

  const first = (roadmap: Roadmap) => conceptsOf(roadmap)[0]!;

  test("PR5 a tutorial is written anew with a wish, and every version can come back", async () => {
    const { p, path, roadmap } = await baked();
    const unit = `${path}/concepts/${first(roadmap).concept_id}/tutorial`;
    const versions = async () => (await p.get<{ versions: ContentVersionView[] }>(`${unit}/versions`)).body.versions;
    const [before] = await versions();
    script.tutorial = `## Anew\n\n${"Bread is flour, water, salt and time, and time does most of the work. ".repeat(5)}`;
    const made = await p.post<TaskCreated>(`${unit}/regenerate`, { instruction: "with more on time" });
    const { status, kind, about } = await p.settled(made.body.task_id);
    const wanted = { concept_id: first(roadmap).concept_id, content: "tutorial", words: "with more on time" };
    assert.deepEqual([status, kind, about], ["completed", "regenerate", wanted], "a later task says what it is for");
    const asked = model().requests.findLast((request) => request.schema_name === null);
    assert.ok(asked?.prompt.includes("with more on time"));
    const both = await versions();
    assert.deepEqual(
      both.map((v) => [v.version, v.current]),
      [
        [2, true],
        [1, false],
      ],
    );
    assert.match(both[0]?.text ?? "", /^## Anew/);
    script.tutorial = "";
    const failed = await p.post<TaskCreated>(`${unit}/regenerate`, {});
    assert.deepEqual((await p.settled(failed.body.task_id)).status, "failed");
    script.tutorial = null;
    assert.deepEqual(await versions(), both, "what failed leaves what there is");
    assert.deepEqual((await p.post(`${unit}/versions/1/restore`)).body, { version: 3 });
    assert.equal((await versions())[0]?.text, before?.text);
    assert.deepEqual(refusal(await p.post<Problem>(`${unit}/versions/99/restore`)).slice(0, 2), [
      404,
      "content_version_not_found",
    ]);
    for (const version of ["x", "99999999999"])
      assert.equal((await p.post(`${unit}/versions/${version}/restore`)).status, 400, version);
    assert.equal((await p.post(`${path}/concepts/nobody/tutorial/regenerate`, {})).status, 404);
  });

  test("PL7 a new version that failed says why, leaves what there is, and is tried again with its wish", async () => {
    const { p, path, roadmap } = await baked();
    const unit = `${path}/concepts/${first(roadmap).concept_id}/tutorial`;
    const versions = async () => (await p.get<{ versions: ContentVersionView[] }>(`${unit}/versions`)).body.versions;
    const before = await versions();
    script.fault = () => ({ status: 401 });
    const made = await p.post<TaskCreated>(`${unit}/regenerate`, { instruction: "with more on rye" });
    const failed = await p.settled(made.body.task_id);
    script.fault = null;
    assert.deepEqual([failed.status, failed.failed_units, await versions()], ["failed", [], before]);
    assert.match(failed.error?.message ?? "", /401/);
    script.tutorial = `## With rye\n\n${"Rye holds more water than wheat, so the dough is wetter and needs less kneading. ".repeat(5)}`;
    const again = await p.post<TaskCreated>(`/api/v1/tasks/${failed.task_id}/retry`);
    const { status, kind, about } = await p.settled(again.body.task_id);
    script.tutorial = null;
    assert.deepEqual([status, kind, about], ["completed", "regenerate", failed.about]);
    assert.match((await versions())[0]?.text ?? "", /^## With rye/);
    const asked = model().requests.findLast((request) => request.schema_name === null);
    assert.ok(asked?.prompt.includes("with more on rye"));
  });

  test("PR5 what is being written for the first time is not asked for anew: the first text would end up on top", async () => {
    const p = person();
    const held = holdAt(script, "quiz");
    const { task_id } = await p.generate(GOAL);
    await held.reached;
    const { body: task } = await p.get<Task>(`/api/v1/tasks/${task_id}`);
    const path = `/api/v1/roadmaps/${task.roadmap_id}`;
    const unit = `${path}/concepts/${first((await p.get<Roadmap>(path)).body).concept_id}/quiz`;
    for (const wish of [{ instruction: "harder" }, {}])
      assert.deepEqual(refusal(await p.post<Problem>(`${unit}/regenerate`, wish)).slice(0, 2), [409, "being_written"]);
    held.release();
    assert.equal((await p.settled(task_id)).status, "completed");
    assert.equal((await p.post(`${unit}/regenerate`, { instruction: "harder" })).status, 201);
  });

  test("PR11 a quiz that is written anew has no results yet, and an answer to the one before is refused", async () => {
    const { p, path, roadmap } = await baked();
    const unit = `${path}/concepts/${first(roadmap).concept_id}`;
    const quiz = async () => (await p.get<ConceptPage>(unit)).body.quiz;
    const answer = (item_id: string, more: object = {}) =>
      p.post<Problem>(`${unit}/quiz/${item_id}/answer`, { chosen: [0], ...more });
    const before = await quiz();
    const { item_id } = before.items![0]!;
    assert.deepEqual([(await answer(item_id, { version: 1 })).status, (await quiz()).results.length], [200, 1]);
    script.fault = ({ schema_name, prompt }) => {
      if (schema_name !== "quiz") return null;
      const options = ["yes", "no", "perhaps"].map((text, at) => ({ text, right: at === 1 }));
      const item = (n: number) => ({ question: `Question ${n} of ${prompt.length}?`, options, explanation: "So it is." });
      return JSON.stringify({ items: [1, 2, 3].map(item) });
    };
    const made = await p.post<TaskCreated>(`${unit}/quiz/regenerate`, { instruction: "harder" });
    await p.settled(made.body.task_id);
    script.fault = null;
    const after = await quiz();
    assert.deepEqual([after.version, after.results, after.items?.[0]?.item_id], [2, [], item_id]);
    assert.notEqual(after.items?.[0]?.question, before.items?.[0]?.question);
    assert.deepEqual(refusal(await answer(item_id, { version: 1 })), [409, "quiz_outdated", ["version"]]);
    assert.deepEqual((await quiz()).results, [], "what was refused is not kept");
    assert.deepEqual(
      [(await answer(item_id)).status, (await quiz()).results.length],
      [200, 1],
      "without a version: the present one",
    );
    assert.equal((await p.post(`${unit}/quiz/versions/1/restore`)).status, 200);
    const restored = await quiz();
    assert.deepEqual([restored.version, restored.results, restored.items], [3, [], before.items]);
    assert.equal((await answer(item_id, { version: 0 })).status, 400);
  });
});
