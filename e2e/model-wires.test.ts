import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LLMock } from "@copilotkit/aimock";
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

for (const { provider, path, model, usage } of PROTOCOLS)
  test(`PL9 ${provider}: from the goal to a finished roadmap over the wire, every unit ready, tokens as the provider counts`, async () => {
    mock.reset();
    mock.onMessage(/./, (request) => {
      const words = request.messages.map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content)));
      const system = words[0] ?? "";
      const schema_name = Object.entries(SYSTEMS).find(([said]) => system.includes(said))?.[1] ?? null;
      return { content: goodAnswer(questionOf({ schema_name, prompt: words.at(-1) ?? "" })), usage };
    });
    await using system = await startModelSystem({
      LLM_PROVIDER: provider,
      LLM_BASE_URL: mock.url + path,
      LLM_MODEL: model,
      LLM_API_KEY: "sk-mock",
      LLM_MODE: "json_schema",
    });
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
    const calls = 3 + 3 * FOUR.length;
    assert.equal(mock.getRequests().length, calls, "each question once");
    assert.deepEqual([task.usage.input_tokens, task.usage.output_tokens], [11 * calls, 7 * calls]);
  });
