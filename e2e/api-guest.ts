import assert from "node:assert/strict";
import { isFinal, type EventPage, type Roadmap, type Task, type TaskCreated, type TaskEvent } from "@wayfinder/protocol";

/** A guest of the API, who asks as a script would. */
export interface ApiGuest {
  /** GET, or POST with a body; the answer as it is. */
  send(path: string, body?: object): Promise<Response>;
  /** As `send`, and the answer must be 2xx. */
  ask<T>(path: string, body?: object): Promise<T>;
  /** Starts a generation by the model; `more` goes into the request. */
  generate(goal: string, more?: object): Promise<TaskCreated>;
  task(task_id: string): Promise<Task>;
  log(task_id: string): Promise<TaskEvent[]>;
  /** Resolves with the log once `holds` is true of it; follows the log by long polls. */
  untilLog(task_id: string, holds: (log: readonly TaskEvent[]) => boolean): Promise<TaskEvent[]>;
  /** Resolves with the task once it has ended. */
  ended(task_id: string): Promise<Task>;
  roadmap(task: Pick<Task, "roadmap_id">): Promise<Roadmap>;
  readonly cookie: () => string;
}

/** For anything a test waits for on two busy cores. Milliseconds. */
const PATIENCE_MS = 60_000;

/** Becomes a guest of the server at `base`. */
export async function apiGuest(base: string): Promise<ApiGuest> {
  let cookie = "";
  async function send(path: string, body?: object): Promise<Response> {
    const response = await fetch(base + path, {
      method: body ? "POST" : "GET",
      headers: { cookie, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  }
  async function ask<T>(path: string, body?: object): Promise<T> {
    const response = await send(path, body);
    if (!response.ok) assert.fail(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  const page = (task_id: string, query: string) => ask<EventPage>(`/api/v1/tasks/${task_id}/events?limit=10000&${query}`);
  async function untilLog(task_id: string, holds: (log: readonly TaskEvent[]) => boolean): Promise<TaskEvent[]> {
    const end = performance.now() + PATIENCE_MS;
    const log: TaskEvent[] = [];
    for (;;) {
      log.push(...(await page(task_id, `after=${log.length}&wait=5`)).events);
      if (holds(log)) return log;
      const told = log.slice(-5).map((event) => JSON.stringify(event));
      if (performance.now() > end) throw new Error(`Waited ${PATIENCE_MS} ms in vain; the log ends with\n${told.join("\n")}`);
    }
  }
  const task = (task_id: string) => ask<Task>(`/api/v1/tasks/${task_id}`);
  await ask("/api/v1/session", {});
  return {
    send,
    ask,
    task,
    untilLog,
    cookie: () => cookie,
    generate: (goal, more = {}) =>
      ask("/api/v1/roadmaps/generate", { goal, level: "beginner", hours_per_week: 5, language: "en", ...more }),
    log: async (task_id) => (await page(task_id, "after=0")).events,
    async ended(task_id) {
      await untilLog(task_id, (log) => log.some((event) => "final" in event));
      const now = await task(task_id);
      assert.ok(isFinal(now.status), now.status);
      return now;
    },
    roadmap: ({ roadmap_id }) => ask<Roadmap>(`/api/v1/roadmaps/${roadmap_id}`),
  };
}
