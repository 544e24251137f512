import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LLMock } from "@copilotkit/aimock";
import type { Task } from "@wayfinder/protocol";
import { lintRoadmap } from "@wayfinder/roadmap";
import { FOUR, goodAnswer, questionOf } from "./model-answers.ts";
import { startModelSystem } from "./model-system.ts";

/** Each protocol: its path under the mock, the names of its usage fields, and a model it takes a schema of. */
const PROTOCOLS = [
  { provider: "openai-compatible", path: "/v1", model: "m1", usage: { prompt_tokens: 11, completion_tokens: 7 } },
  { provider: "anthropic", path: "/v1", model: "claude-sonnet-4-5", usage: { input_tokens: 11, output_tokens: 7 } },
  { provider: "google", path: "/v1beta", model: "m1", usage: { promptTokenCount: 11, candidatesTokenCount: 7 } },
] as const;

let mock: LLMock;
before(async () => {
  mock = new LLMock({ port: 0, host: "127.0.0.1", chunkSize: 32 });
  await mock.start();
});
after(() => mock.stop());

/** Which of our questions a conversation is; protocols name the schema in places of their own, the words are the same in all. */
const SYSTEMS: Readonly<Record<string, string>> = {
  "study adviser": "intent",
  "design curricula": "outline",
  "review curricula": "critique",
  "know where things are explained": "resources",
  "write quiz items": "quiz",
};

/** Answers every question of ours; one of a probe gets a text that fits no schema. */
function answerAll(usage: (typeof PROTOCOLS)[number]["usage"]): void {
  mock.reset();
  mock.onMessage(/./, (request) => {
    const words = request.messages.map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content)));
    const system = words[0] ?? "";
    const schema_name = Object.entries(SYSTEMS).find(([said]) => system.includes(said))?.[1] ?? null;
    return { content: goodAnswer(questionOf({ schema_name, prompt: words.at(-1) ?? "" })), usage };
  });
}

/** Generates a roadmap against the mock, and checks that all of it is there. */
async function generateAll(env: Readonly<Record<string, string>>): Promise<Task> {
  await using system = await startModelSystem({ LLM_API_KEY: "sk-mock", ...env });
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

for (const { provider, path, model, usage } of PROTOCOLS)
  test(`PL9 ${provider}: from the goal to a finished roadmap over the wire, every unit ready, tokens as the provider counts`, async () => {
    answerAll(usage);
    const env = { LLM_PROVIDER: provider, LLM_BASE_URL: mock.url + path, LLM_MODEL: model, LLM_MODE: "json_schema" };
    const task = await generateAll(env);
    assert.equal(mock.getRequests().length, CALLS, "each question once");
    assert.deepEqual([task.usage.input_tokens, task.usage.output_tokens], [11 * CALLS, 7 * CALLS]);
  });

test("PL9 a model that keeps no schema is found out by a probe and asked in words; the roadmap is whole all the same", async () => {
  answerAll(PROTOCOLS[0].usage);
  const task = await generateAll({ LLM_BASE_URL: `${mock.url}/v1`, LLM_MODEL: "m1" });
  assert.equal(task.usage.output_tokens, 7 * CALLS);
  const asked = mock.getRequests().map(({ body }) => body as unknown as Record<string, unknown>);
  const kept = asked.slice(-CALLS);
  assert.ok(asked.length > CALLS, "it was probed");
  assert.ok(kept.every((body) => body["response_format"] === undefined && body["tools"] === undefined));
});
