import type { ServerResponse } from "node:http";
import { chatStreamEvents } from "./chat-stream.ts";
import { readBody, startLoopbackServer } from "./loopback-server.ts";

/** The ways in which a model server can go wrong. */
export type Stall =
  /** Accepts, reads the request and never sends a byte. */
  | { readonly kind: "never_answers" }
  /** Sends a 200 head and nothing more. */
  | { readonly kind: "headers_only" }
  /** Sends server-sent comments and nothing else. */
  | { readonly kind: "keep_alive_only"; readonly every_ms: number }
  /** Sends some of a good answer, then comments only. */
  | { readonly kind: "falls_silent"; readonly text: string; readonly every_ms: number }
  /** Destroys the connection after so many bytes of a good stream; 0: before the head. */
  | { readonly kind: "cut"; readonly text: string; readonly after_bytes: number }
  /** Ends the stream cleanly but without a finish reason. */
  | { readonly kind: "no_finish"; readonly text: string }
  /** An error status: 429 or 503 with Retry-After, 401, a redirect. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** A stream event that is no JSON. */
  | { readonly kind: "malformed_json" }
  /** A stream event whose JSON ends in the middle, and the stream with it. */
  | { readonly kind: "truncated_json" }
  /** An error object inside a 200 stream. */
  | { readonly kind: "error_in_stream"; readonly error: object }
  /** A web page with status 200. */
  | { readonly kind: "html" }
  /** Writes for ever: an answer in a 200 stream, or with another status a body. */
  | { readonly kind: "endless"; readonly status: number };

/** A model server that goes wrong in one way. */
export interface StallServer extends AsyncDisposable {
  readonly base_url: string;
  /** How many requests have come. */
  requests(): number;
  /** Resolves when the first request has been read. */
  readonly arrived: Promise<void>;
  /** Resolves when a client has closed the connection of a request that had not been answered to its end. */
  readonly hung_up: Promise<void>;
  close(): Promise<void>;
}

/** Starts one on loopback. `await using` ends it. */
export async function startStallServer(stall: Stall): Promise<StallServer> {
  let requests = 0;
  const { promise: arrived, resolve: hasArrived } = Promise.withResolvers<void>();
  const { promise: hung_up, resolve: hungUp } = Promise.withResolvers<void>();
  const server = await startLoopbackServer((request, response) => {
    requests += 1;
    response.on("close", () => {
      if (!response.writableFinished) hungUp();
    });
    void readBody(request).then(
      () => {
        hasArrived();
        misbehave(stall, response);
      },
      () => {},
    );
  });
  return { ...server, requests: () => requests, arrived, hung_up, [Symbol.asyncDispose]: () => server.close() };
}

const EVENT_STREAM = { "content-type": "text/event-stream" };

/** Answers a request, whose body has been read, in one way of going wrong. */
export function misbehave(stall: Stall, response: ServerResponse): void {
  switch (stall.kind) {
    case "never_answers":
      return;
    case "headers_only":
      response.writeHead(200, EVENT_STREAM).flushHeaders();
      return;
    case "keep_alive_only":
      response.writeHead(200, EVENT_STREAM);
      return comments(response, stall.every_ms);
    case "falls_silent":
      response.writeHead(200, EVENT_STREAM).write(events(stall.text, null).join(""));
      return comments(response, stall.every_ms);
    case "cut":
      return cut(response, stall);
    case "no_finish":
      response.writeHead(200, EVENT_STREAM).end(`${events(stall.text, null).join("")}data: [DONE]\n\n`);
      return;
    case "status":
      response.writeHead(stall.status, { "content-type": "application/json", ...stall.headers }).end(stall.body ?? "{}");
      return;
    case "malformed_json":
      response.writeHead(200, EVENT_STREAM).end("data: {choices: oops}\n\ndata: [DONE]\n\n");
      return;
    case "truncated_json":
      response.writeHead(200, EVENT_STREAM).end('data: {"id":"chatcmpl-1","choices":[{"index":0,"delta":{"content":"He');
      return;
    case "error_in_stream":
      response.writeHead(200, EVENT_STREAM).end(`data: ${JSON.stringify({ error: stall.error })}\n\n`);
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html><title>Sign in</title>");
      return;
    case "endless":
      response.writeHead(stall.status, EVENT_STREAM);
      return pour(response, events("more and more ".repeat(400), null, 4_000)[1] ?? "");
  }
  stall satisfies never;
}

/** A good stream up to its end, without `[DONE]`. */
function events(text: string, finish_reason: string | null, chunk_chars = 4): string[] {
  const stream = { text, tool: null, finish_reason, usage: null, chunk_chars };
  return [...chatStreamEvents("stall", stream)].slice(0, -1);
}

/** Writes as fast as it is read, until the other side hangs up. */
function pour(response: ServerResponse, text: string): void {
  const piece = text.repeat(10);
  while (!response.destroyed && response.write(piece));
  if (!response.destroyed) response.once("drain", () => pour(response, text));
}

function comments(response: ServerResponse, every_ms: number): void {
  const timer = setInterval(() => response.write(": keep-alive\n\n"), every_ms);
  response.on("close", () => clearInterval(timer));
}

function cut(response: ServerResponse, stall: { readonly text: string; readonly after_bytes: number }): void {
  if (stall.after_bytes === 0) {
    response.destroy();
    return;
  }
  const whole = Buffer.from(events(stall.text, "stop").join(""));
  response.writeHead(200, EVENT_STREAM);
  // Destroyed only when the bytes have left, or they would be lost with the connection.
  response.write(whole.subarray(0, stall.after_bytes), () => response.destroy());
}
