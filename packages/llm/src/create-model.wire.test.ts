import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LLMock } from "@copilotkit/aimock";
import { askInVain, askOnce, FREE, QUESTION, settingsFor } from "./ask.fixture.ts";
import type { ProviderKind, ProviderSettings, StructuredMode } from "./provider-settings.ts";

/** Each protocol with the path under the mock, the names of its usage fields and of its finish reasons. */
const PROTOCOLS: readonly {
  readonly provider: ProviderKind;
  readonly path: string;
  readonly usage: Readonly<Record<string, number>>;
  readonly modes: readonly StructuredMode[];
}[] = [
  {
    provider: "openai-compatible",
    path: "/v1",
    usage: { prompt_tokens: 11, completion_tokens: 7 },
    modes: ["json_schema", "json_object", "tool", "text"],
  },
  { provider: "anthropic", path: "/v1", usage: { input_tokens: 11, output_tokens: 7 }, modes: ["json_schema", "tool", "text"] },
  {
    provider: "google",
    path: "/v1beta",
    usage: { promptTokenCount: 11, candidatesTokenCount: 7 },
    modes: ["json_schema", "json_object", "tool", "text"],
  },
];

function toolFinish(provider: ProviderKind): string {
  return provider === "google" ? "stop" : "tool_calls";
}

const ANSWER = '{"good": true}';
let mock: LLMock;
before(async () => {
  mock = new LLMock({ port: 0, host: "127.0.0.1", chunkSize: 4 });
  await mock.start();
});
after(() => mock.stop());

for (const { provider, path, usage, modes } of PROTOCOLS) {
  // A name that the Anthropic package knows to take a schema for the answer.
  const model = provider === "anthropic" ? "claude-sonnet-4-5" : "m1";
  const settings = (parts: Partial<ProviderSettings> = {}) => settingsFor(`${mock.url}${path}`, { provider, model, ...parts });

  test(`PL9 ${provider}: text streams in pieces and is whole at the end, with the provider's tokens`, async () => {
    mock.reset();
    mock.onMessage("secret goal", { content: "Warm greetings to you", usage });
    const answer = await askOnce(settings(), FREE);
    assert.equal(answer.text, "Warm greetings to you");
    assert.equal(answer.shown.join(""), answer.text);
    assert.ok(answer.shown.length > 1);
    assert.deepEqual(answer.tokens, { input_tokens: 11, output_tokens: 7 });
    assert.equal(answer.finish, "stop");
    const sent = mock.getLastRequest()?.body as { messages: { role: string; content: string }[] };
    assert.deepEqual(
      sent.messages.map(({ role, content }) => [role, content]),
      [
        ["system", "You are terse."],
        ["user", "the secret goal"],
      ],
    );
  });

  for (const mode of modes) {
    test(`PL9 ${provider}: an answer by ${mode} comes back as the raw text`, async () => {
      mock.reset();
      // Gemini says STOP after a function call too; the mock would say something that Gemini does not.
      const by_tool = { toolCalls: [{ name: "verdict", arguments: ANSWER }], usage, finishReason: toolFinish(provider) };
      mock.onMessage("secret goal", () => (mode === "tool" ? by_tool : { content: ANSWER, usage }));
      const answer = await askOnce(settings({ mode }), QUESTION);
      assert.deepEqual(JSON.parse(answer.text), { good: true });
      assert.equal(answer.shown.join(""), answer.text);
      assert.equal(answer.finish, "stop");
    });
  }

  test(`PL9 ${provider}: thinking is not part of the answer`, async () => {
    mock.reset();
    mock.onMessage("secret goal", { content: "Four.", reasoning: "Two and two, let me see", usage });
    const answer = await askOnce(settings(), FREE);
    assert.equal(answer.text, "Four.");
    assert.equal(answer.shown.join(""), "Four.");
  });

  test(`PL9 ${provider}: an answer that met the output limit says so`, async () => {
    mock.reset();
    mock.onMessage("secret goal", { content: '{"good": tr', finishReason: "length", usage });
    assert.equal((await askOnce(settings(), FREE)).finish, "length");
  });

  test(`PL4 ${provider}: refusals become errors of a kind, without the provider's words`, async () => {
    for (const [status, kind] of [
      [401, "key_refused"],
      [403, "key_refused"],
      [400, "request_refused"],
      [404, "model_not_found"],
      [429, "rate_limited"],
      [503, "overloaded"],
    ] as const) {
      mock.reset();
      mock.nextRequestError(status, { message: "payload with sk-very-secret", type: "some_error" });
      const error = await askInVain(settings());
      assert.equal(error.kind, kind);
      assert.ok(error.message.includes(String(status)));
      assert.ok(!error.message.includes("payload") && !error.message.includes("sk-very-secret"));
      assert.equal(error.possibly_billed, false);
      assert.equal(error.lasting, status < 429);
    }
  });

  test(`PL4 ${provider}: a stream that is cut becomes cut_off and possibly billed`, async () => {
    mock.reset();
    const content = "A long answer that will never be whole";
    // With a little time between the chunks, or the mock cuts before even the head has left.
    mock.onMessage("secret goal", { content, usage }, { truncateAfterChunks: 3, latency: 5 });
    const error = await askInVain(settings());
    assert.equal(error.kind, "cut_off");
    assert.equal(error.possibly_billed, true);
  });
}

test("PL9 PL2 openai-compatible: a model that answers in words instead of calling the tool has answered, and is not cut off", async () => {
  mock.reset();
  mock.onMessage("secret goal", { content: `Here you are: ${ANSWER}`, usage: { prompt_tokens: 11, completion_tokens: 7 } });
  const answer = await askOnce(settingsFor(`${mock.url}/v1`, { mode: "tool" }), QUESTION);
  assert.deepEqual([answer.text, answer.finish], [`Here you are: ${ANSWER}`, "other"]);
  assert.deepEqual(answer.tokens, { input_tokens: 11, output_tokens: 7 });
});

test("PL9 openai-compatible: the mode decides what goes over the wire", async () => {
  const sent = async (mode: StructuredMode) => {
    mock.reset();
    mock.onMessage("secret goal", { content: ANSWER });
    await askOnce(settingsFor(`${mock.url}/v1`, { mode }), QUESTION);
    return mock.getLastRequest()?.body as unknown as Record<string, unknown>;
  };
  const by_schema = await sent("json_schema");
  assert.deepEqual(by_schema["response_format"], {
    type: "json_schema",
    json_schema: { name: "verdict", strict: true, schema: QUESTION.schema?.json },
  });
  const by_json = await sent("json_object");
  assert.deepEqual(by_json["response_format"], { type: "json_object" });
  assert.match(JSON.stringify(by_json["messages"]), /JSON Schema/);
  const by_text = await sent("text");
  assert.equal(by_text["response_format"], undefined);
  assert.match(JSON.stringify(by_text["messages"]), /JSON Schema/);
});
