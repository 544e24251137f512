import { LLMock } from "@copilotkit/aimock";
import { goodAnswer, questionOf, type Question } from "./model-answers.ts";

/** Each protocol: its path under the mock, the names of its usage fields, and a model it takes a schema of. */
export const WIRES = [
  { provider: "openai-compatible", path: "/v1", model: "m1", usage: { prompt_tokens: 11, completion_tokens: 7 } },
  { provider: "anthropic", path: "/v1", model: "claude-sonnet-4-5", usage: { input_tokens: 11, output_tokens: 7 } },
  { provider: "google", path: "/v1beta", model: "m1", usage: { promptTokenCount: 11, candidatesTokenCount: 7 } },
] as const;
type Wire = (typeof WIRES)[number];

/** The variables that make a server use the mock over a protocol, without probing it. */
export const wireEnv = (mock: LLMock, { provider, path, model }: Wire): Record<string, string> => ({
  LLM_PROVIDER: provider,
  LLM_BASE_URL: mock.url + path,
  LLM_MODEL: model,
  LLM_API_KEY: "sk-mock",
  LLM_MODE: "json_schema",
});

/** Starts a mock of every protocol on loopback. The caller stops it. */
export async function startWireMock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", chunkSize: 32 });
  await mock.start();
  return mock;
}

/** Which of our questions a conversation is; protocols name the schema in places of their own, the words are the same in all. */
const SYSTEMS: Readonly<Record<string, string>> = {
  "study adviser": "intent",
  "design curricula": "outline",
  "review curricula": "critique",
  "edit a roadmap": "edits",
  "know where things are explained": "resources",
  "write quiz items": "quiz",
};

/** A text, or a status that the provider refuses the request with. */
type WireAnswer = string | { readonly status: number };

/** How questions are answered: tokens as the protocol names them, milliseconds between the pieces of an outline, the words. */
interface WireScript {
  readonly usage: Wire["usage"];
  readonly pace_ms?: number;
  readonly answer?: (question: Question) => WireAnswer;
}

/** Anthropic takes a schema with many optional fields for a tool's alone, and a model that is made to call it calls it. */
const byTool = (answered: string, usage: Wire["usage"]) => ({
  toolCalls: [{ name: "json", arguments: answered }],
  finishReason: "tool_calls",
  usage,
});

/** Answers every question of ours, good ones by default; one of a probe gets a text that fits no schema. */
export function answerAll(mock: LLMock, { usage, pace_ms = 0, answer = goodAnswer }: WireScript): void {
  const respond = (request: WireRequest) => {
    const words = wordsOf(request);
    const system = words[0] ?? "";
    const schema_name = Object.entries(SYSTEMS).find(([said]) => system.includes(said))?.[1] ?? null;
    const answered = answer(questionOf({ schema_name, prompt: words.at(-1) ?? "" }));
    if (typeof answered === "string") return request.tools === undefined ? { content: answered, usage } : byTool(answered, usage);
    return { status: answered.status, error: { message: "The mock refuses.", type: "invalid_request_error" } };
  };
  mock.reset();
  mock.on({ systemMessage: "design curricula" }, respond, { latency: pace_ms });
  mock.onMessage(/./, respond);
}

/** What we read of a request as the mock sees it, whatever the protocol. */
interface WireRequest {
  readonly messages: readonly { readonly content?: unknown }[];
  readonly tools?: readonly unknown[];
}

const wordsOf = ({ messages }: WireRequest): string[] =>
  messages.map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content)));
