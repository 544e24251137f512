import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import type { GenerateRequest, Problem, ServerMessage, Task, TaskCreated } from "@wayfinder/protocol";
import { WebSocket } from "ws";
import { readConfig } from "./config.ts";
import { createLog } from "./log.ts";
import { startServer, type RunningServer, type ServerOptions } from "./server.ts";

export const ORIGIN = "http://localhost:3000";
export const GOAL: Partial<GenerateRequest> = { goal: "learn react", level: "beginner", hours_per_week: 6, language: "en" };

/** The real server on a real embedded database, for the tests of one file. */
export function useServer(
  env: Record<string, string> = {},
  options: Partial<ServerOptions> = {},
): {
  base: () => string;
  ws: () => string;
  restart: () => Promise<void>;
} {
  let server: RunningServer;
  let data_dir: string;
  const start = () => {
    const config = { ...readConfig({ DATA_DIR: data_dir, LOG_LEVEL: "fatal", ...env }), api_port: 0 };
    return startServer(config, createLog("fatal"), { onLost: lost, ...options });
  };
  before(async () => {
    data_dir = await mkdtemp(join(tmpdir(), "wayfinder-server-"));
    server = await start();
  });
  after(async () => {
    await server.stop();
    await rm(data_dir, { recursive: true });
  });
  return {
    base: () => `http://127.0.0.1:${server.port}`,
    ws: () => `ws://127.0.0.1:${server.port}`,
    async restart() {
      await server.stop();
      server = await start();
    },
  };
}

/** A test whose database is gone has failed. */
function lost(): never {
  throw new Error("the database is gone");
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

/** A person with a browser's cookie jar of one cookie. */
export class Person {
  cookie = "";
  readonly #base: () => string;
  constructor(base: () => string) {
    this.#base = base;
  }

  async ask<T>(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(this.#base() + path, {
      method,
      headers: {
        ...(this.cookie === "" ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const set = response.headers.get("set-cookie");
    if (set !== null) this.cookie = set.split(";")[0] ?? "";
    const text = await response.text();
    const json = (response.headers.get("content-type") ?? "").includes("json");
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  }

  get = <T>(path: string, headers?: Record<string, string>) => this.ask<T>("GET", path, undefined, headers);
  put = <T>(path: string, body: unknown, headers?: Record<string, string>) => this.ask<T>("PUT", path, body, headers);
  remove = <T>(path: string) => this.ask<T>("DELETE", path);
  post = <T>(path: string, body?: unknown, headers?: Record<string, string>) => this.ask<T>("POST", path, body, headers);

  async generate(more: Record<string, unknown> = {}, headers?: Record<string, string>): Promise<TaskCreated> {
    const { status, body } = await this.post<TaskCreated>("/api/v1/roadmaps/generate", { ...GOAL, ...more }, headers);
    assert.equal(status, 201, JSON.stringify(body));
    return body;
  }

  /** Asks for the task's log until it has ended or waits for a review. */
  async settled(task_id: string): Promise<Task> {
    for (let after = 0; ;) {
      const { body: task } = await this.get<Task>(`/api/v1/tasks/${task_id}`);
      if (["completed", "failed", "cancelled", "waiting_for_review"].includes(task.status)) return task;
      const page = await this.get<{ head: number }>(`/api/v1/tasks/${task_id}/events?after=${Math.max(after, task.head)}&wait=5`);
      after = page.body.head;
    }
  }
}

/** A refused answer: its status, code and the fields it names. */
export const refusal = ({ status, body }: Answer<Problem>): [number, string, string[]] => [
  status,
  body.code,
  (body.errors ?? []).map((e) => e.path),
];

export interface Heard {
  readonly messages: ServerMessage[];
  readonly code: number;
  readonly protocol: string;
}

interface DialOptions {
  readonly cookie?: string;
  readonly protocols?: string[];
  readonly origin?: string;
  readonly say?: string[];
}

interface Dialled {
  /** Resolves when the handshake is over, before any message. */
  readonly opened: Promise<unknown>;
  readonly connected: Promise<unknown>;
  /** The first message of a type, come or to come. */
  first(type: ServerMessage["type"]): Promise<ServerMessage>;
  readonly heard: Promise<Heard>;
  say(text: string): void;
}

/** Opens a socket: `connected` resolves with its first message, `heard` when the server has closed it. */
export function dial(url: string, options: DialOptions = {}): Dialled {
  const headers = options.cookie === undefined ? {} : { cookie: options.cookie };
  const ws = new WebSocket(url, options.protocols ?? [], {
    headers,
    ...(options.origin === undefined ? {} : { origin: options.origin }),
  });
  const messages: ServerMessage[] = [];
  ws.on("message", (data) => messages.push(JSON.parse(String(data)) as ServerMessage));
  ws.on("open", () => {
    for (const text of options.say ?? []) ws.send(text);
  });
  const opened = new Promise((resolve) => ws.once("open", resolve));
  const connected = new Promise((resolve) => ws.once("message", resolve));
  const first = (type: string) =>
    new Promise<ServerMessage>((resolve, reject) => {
      const look = () => {
        const found = messages.find((m) => m.type === type);
        if (found) resolve(found);
      };
      ws.on("message", look);
      ws.once("close", () => reject(new Error(`closed before a message "${type}"`)));
      look();
    });
  const heard = new Promise<Heard>((resolve, reject) => {
    ws.on("error", reject);
    ws.on("close", (code) => resolve({ messages, code, protocol: ws.protocol }));
  });
  return { opened, connected, first, heard, say: (text) => ws.send(text) };
}

/** Listens on a socket until the server closes it. */
export const listen = (url: string, options?: DialOptions): Promise<Heard> => dial(url, options).heard;
