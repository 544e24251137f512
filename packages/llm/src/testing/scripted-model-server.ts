import type { ServerResponse } from "node:http";
import { chatStreamEvents, type ChatStream } from "./chat-stream.ts";
import { readBody, startLoopbackServer } from "./loopback-server.ts";
import { misbehave, type Stall } from "./stall-server.ts";

/** A request as the script sees it. */
export interface ScriptedRequest {
  /** Number of the request on this server, from 0. */
  readonly index: number;
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  /** Name of the schema: of `json_schema` or of the tool; null in the other modes. */
  readonly schema_name: string | null;
  /** `json_schema`, `json_object`, `tool` or `text`, as it came over the wire. */
  readonly mode: "json_schema" | "json_object" | "tool" | "text";
  readonly max_output_tokens: number | null;
  /** The bearer key; null without. */
  readonly api_key: string | null;
  /** The body as it came. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the script answers: text alone, text with its circumstances, an error status, or one of the ways to go wrong. */
export type ScriptedAnswer =
  | string
  | (Partial<Omit<ChatStream, "tool">> & {
      readonly text: string;
      /** The connection is destroyed after so many characters of the text. */
      readonly cut_after_chars?: number;
    })
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
  | { readonly stall: Stall };

/** How a request ended: `whole` when the answer had been sent to its end, else the connection was closed before. */
export interface ScriptedEnd {
  readonly request: ScriptedRequest;
  readonly whole: boolean;
}

/** A model whose answers are computed by a function. */
export interface ScriptedModelServer extends AsyncDisposable {
  readonly base_url: string;
  /** All requests so far, oldest first. */
  readonly requests: readonly ScriptedRequest[];
  /** How many requests are being answered just now. */
  inFlight(): number;
  close(): Promise<void>;
}

/** Four characters a token: near enough for tests, and the same every time. */
const CHARS_PER_TOKEN = 4;

/**
 * Starts an OpenAI-compatible streaming server on loopback. `answer` may take its time (a promise). `pace` is awaited before
 * each event of the stream and is where a test hands in its delay; by default there is none. `ended` hears of each request's end.
 */
export async function startScriptedModelServer(script: {
  readonly answer: (request: ScriptedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>;
  readonly pace?: (event_index: number, request: ScriptedRequest) => Promise<void>;
  /** Characters per chunk. Default 16, about four tokens. */
  readonly chunk_chars?: number;
  readonly ended?: (end: ScriptedEnd) => void;
}): Promise<ScriptedModelServer> {
  const requests: ScriptedRequest[] = [];
  let in_flight = 0;
  const server = await startLoopbackServer((message, response) => {
    in_flight += 1;
    response.on("close", () => {
      in_flight -= 1;
    });
    void (async () => {
      const body = JSON.parse(await readBody(message)) as Record<string, unknown>;
      const request = readRequest(requests.length, message.headers.authorization, body);
      requests.push(request);
      response.on("close", () => script.ended?.({ request, whole: response.writableFinished }));
      await play(response, request, { ...script, answer: await script.answer(request) });
    })().catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(error));
    });
  });
  return { ...server, requests, inFlight: () => in_flight, [Symbol.asyncDispose]: () => server.close() };
}

async function play(
  response: ServerResponse,
  request: ScriptedRequest,
  script: {
    readonly answer: ScriptedAnswer;
    readonly pace?: (event_index: number, request: ScriptedRequest) => Promise<void>;
    readonly chunk_chars?: number;
  },
): Promise<void> {
  const answer = typeof script.answer === "string" ? { text: script.answer } : script.answer;
  if ("stall" in answer) {
    misbehave(answer.stall, response);
    return;
  }
  if ("status" in answer) {
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers }).end(answer.body ?? "{}");
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  const { cut_after_chars, ...rest } = answer;
  const text = answer.text.slice(0, cut_after_chars);
  const stream: ChatStream = {
    tool: request.mode === "tool" ? request.schema_name : null,
    finish_reason: request.mode === "tool" ? "tool_calls" : "stop",
    usage: usageOf(request, answer.text),
    chunk_chars: script.chunk_chars ?? 16,
    ...rest,
    text,
  };
  let index = 0;
  const whole = cut_after_chars === undefined ? stream : { ...stream, finish_reason: null, usage: null };
  for (const event of chatStreamEvents(request.model, whole)) {
    await script.pace?.(index++, request);
    if (response.destroyed) return;
    if (cut_after_chars !== undefined && event.includes("[DONE]")) break;
    await new Promise<void>((resolve) => {
      response.write(event, () => resolve());
    });
  }
  if (cut_after_chars === undefined) response.end();
  else response.destroy();
}

function usageOf({ system, prompt }: ScriptedRequest, text: string): NonNullable<ChatStream["usage"]> {
  return {
    input_tokens: Math.ceil((system.length + prompt.length) / CHARS_PER_TOKEN),
    output_tokens: Math.ceil(text.length / CHARS_PER_TOKEN),
  };
}

function readRequest(index: number, authorization: string | undefined, body: Record<string, unknown>): ScriptedRequest {
  const format = body["response_format"] as { type?: string; json_schema?: { name?: string } } | undefined;
  const tools = body["tools"] as readonly { function: { name: string } }[] | undefined;
  const limit = body["max_tokens"] ?? body["max_completion_tokens"];
  const mode = tools !== undefined ? "tool" : format?.type;
  return {
    index,
    model: String(body["model"]),
    system: contentOf(body["messages"], "system"),
    prompt: contentOf(body["messages"], "user"),
    schema_name: tools?.[0]?.function.name ?? format?.json_schema?.name ?? null,
    mode: mode === "tool" || mode === "json_schema" || mode === "json_object" ? mode : "text",
    max_output_tokens: typeof limit === "number" ? limit : null,
    api_key: authorization?.replace(/^Bearer /, "") ?? null,
    body,
  };
}

function contentOf(messages: unknown, role: string): string {
  const list = messages as readonly { readonly role: string; readonly content: string }[];
  return list
    .filter((message) => message.role === role)
    .map(({ content }) => content)
    .join("\n");
}
