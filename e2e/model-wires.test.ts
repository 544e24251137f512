import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LLMock } from "@copilotkit/aimock";
import type { Task } from "@wayfinder/protocol";
import { lintRoadmap } from "@wayfinder/roadmap";
import { FOUR } from "./model-answers.ts";
import { startModelSystem } from "./model-system.ts";
import { answerAll, startWireMock, wireEnv, WIRES } from "./model-wires.ts";

let mock: LLMock;
before(async () => {
  mock = await startWireMock();
});
after(() => mock.stop());

/** Generates a roadmap against the mock, and checks that all of it is there. */
async function generateAll(env: Readonly<Record<string, string>>): Promise<Task> {
  await using system = await startModelSystem(env);
  const { guest } = system;
  const { task_id } = await guest.generate("Bake sourdough bread");
  const task = await guest.ended(task_id);
  assert.equal(task.status, "completed", JSON.stringify(task));
  assert.deepEqual(task.failed_units, []);
  const roadmap = await guest.roadmap(task);
  const starts_on = roadmap.plan.weeks[0]?.starts_on ?? "";
  assert.deepEqual(lintRoadmap(roadmap, { starts_on, known: [] }), []);
  const concepts = roadmap.stages.flatMap((stage) => stage.modules.flatMap((module) => module.concepts));
  assert.deepEqual(
    concepts.map(({ name }) => name),
    FOUR,
  );
  for (const { content } of concepts)
    for (const kind of ["tutorial", "resources", "quiz"] as const) assert.equal(content[kind].status, "ready");
  return task;
}

/** Intent, outline and critique, then three units of each concept. */
const CALLS = 3 + 3 * FOUR.length;

for (const wire of WIRES)
  test(`PL9 ${wire.provider}: from the goal to a finished roadmap over the wire, every unit ready, tokens as the provider counts`, async () => {
    answerAll(mock, wire);
    const task = await generateAll(wireEnv(mock, wire));
    assert.equal(mock.getRequests().length, CALLS, "each question once");
    assert.deepEqual([task.usage.input_tokens, task.usage.output_tokens], [11 * CALLS, 7 * CALLS]);
  });

test("PL9 a model that keeps no schema is found out by a probe and asked in words; the roadmap is whole all the same", async () => {
  answerAll(mock, WIRES[0]);
  const task = await generateAll({ ...wireEnv(mock, WIRES[0]), LLM_MODE: "" });
  assert.equal(task.usage.output_tokens, 7 * CALLS);
  const asked = mock.getRequests().map(({ body }) => body as unknown as Record<string, unknown>);
  const kept = asked.slice(-CALLS);
  assert.ok(asked.length > CALLS, "it was probed");
  assert.ok(kept.every((body) => body["response_format"] === undefined && body["tools"] === undefined));
});
