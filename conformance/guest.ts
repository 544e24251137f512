import { within } from "./deadline.ts";
import { expectSame, shortJson, Unmet } from "./expectation.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON of the answer; empty where there was none. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A task as its making answered it. */
export interface Task {
  readonly task_id: string;
  readonly epoch: string;
  readonly links: Readonly<Record<"ws" | "events" | "ticket", string>>;
}

/** Statuses that wait for nobody but a person. */
const AT_REST = new Set(["completed", "failed", "cancelled", "waiting_for_review"]);

/** A person with a cookie jar of one cookie, who asks over HTTP. */
export class Guest {
  /** The session's cookie; empty before the first answer that sets one. */
  cookie = "";
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { headers });
  }

  async post(path: string, body: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const sent = { "content-type": "application/json", ...headers };
    return this.#ask(path, { method: "POST", headers: sent, body: JSON.stringify(body) });
  }

  async remove(path: string): Promise<Answer> {
    return this.#ask(path, { method: "DELETE" });
  }

  /** Makes a task; with `review` it stops half-way for a person. */
  async generate(review: boolean): Promise<Task> {
    const wish = { goal: "learn react", level: "beginner", hours_per_week: 6, language: "en", review };
    const { status, body } = await this.post("/api/v1/roadmaps/generate", wish);
    expectSame("POST /api/v1/roadmaps/generate", status, 201);
    return body as unknown as Task;
  }

  /** The task once it has ended or waits for a person. */
  async settled({ task_id }: Task): Promise<Answer["body"]> {
    for (let looks = 0; looks < 30; looks += 1) {
      const { body } = await this.get(`/api/v1/tasks/${task_id}`);
      if (AT_REST.has(String(body["status"]))) return body;
      await this.get(`/api/v1/tasks/${task_id}/events?after=${String(body["head"])}&wait=5`);
    }
    throw new Unmet(`task ${task_id} neither ends nor waits`);
  }

  /** A ticket for the task's socket. */
  async ticket({ task_id }: Task): Promise<string> {
    const { status, body } = await this.post(`/api/v1/tasks/${task_id}/ticket`);
    if (status !== 201) throw new Unmet(`a ticket was answered with ${status} ${shortJson(body)}`);
    return String(body["ticket"]);
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const url = new URL(path, this.#base);
    const cookie = this.cookie === "" ? {} : { cookie: this.cookie };
    const answer = await within(url.pathname, fetch(url, { ...init, headers: { ...init.headers, ...cookie } }));
    this.cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? this.cookie;
    const text = await within(`the body of ${url.pathname}`, answer.text());
    const is_json = answer.headers.get("content-type")?.includes("json") === true;
    return { status: answer.status, headers: answer.headers, body: is_json ? (JSON.parse(text) as Answer["body"]) : {} };
  }
}
