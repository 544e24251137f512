import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BENCH_USER } from "@wayfinder/engine";
import type { TaskEvent } from "@wayfinder/protocol";
import type pg from "pg";
import { embeddedSql } from "../e2e/embedded-sql.ts";
import { freePort } from "../e2e/free-port.ts";
import { until } from "../e2e/until.ts";
import { WatchedProcess } from "./watched-process.ts";

/** A session of the owner of measured tasks, so that its tasks can be read over every transport. */
const SECRET = "faults";
/** So long an append is tried again while the server is away, in ms. */
const APPEND_MS = 60_000;

/** The real server as a process of its own, with its database, and a hand on both. It does no work: workers are peers. */
export class FaultWorld {
  readonly cookie = `wayfinder_session=${SECRET}`;
  readonly #data_dir: string;
  readonly #server: WatchedProcess;
  readonly #logs = new Map<string, Promise<TaskEvent[]>>();
  readonly #peers = new Set<WatchedProcess>();
  #tasks = 0;

  private constructor(data_dir: string, server: WatchedProcess) {
    this.#data_dir = data_dir;
    this.#server = server;
  }

  /** `more` is added to the server's environment. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<FaultWorld> {
    const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-faults-"));
    const env = { DATA_DIR: data_dir, API_PORT: String(await freePort()), ROLE: "api", BENCH: "1", ...more };
    const world = new FaultWorld(data_dir, await WatchedProcess.start(env));
    await world.append(world.newTask(), [{ type: "cancelled", final: true }]);
    const hash = createHash("sha256").update(SECRET).digest("hex");
    await world.sql((client) => client.query("insert into session (token_hash, user_id) values ($1, $2)", [hash, BENCH_USER]));
    return world;
  }

  get port(): number {
    return this.#server.port;
  }

  newTask(): string {
    return `fault-${(this.#tasks += 1)}`;
  }

  /** Ends the server by a signal and starts it again on the same port. */
  restart(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    return this.#server.restart(signal);
  }

  /** Another process on the same database, an API unless `more` says otherwise. It is ended with the world, or before. */
  async startPeer(more: Readonly<Record<string, string>> = {}): Promise<WatchedProcess> {
    const { user, password, database, host } = await this.sql((client) => Promise.resolve(client));
    const DATABASE_URL = `postgresql://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(host)}`;
    const API_PORT = String(await freePort());
    const peer = await WatchedProcess.start({ DATABASE_URL, ROLE: "api", API_PORT, BENCH: "1", ...more });
    this.#peers.add(peer);
    return peer;
  }

  /** Where the database listens, and its address by a port of 127.0.0.1 that leads there. */
  async database(): Promise<{ socket: string; urlAt: (port: number) => string }> {
    const { user, password, database, host, port: number } = await this.sql((client) => Promise.resolve(client));
    const account = `${user}:${encodeURIComponent(String(password))}`;
    return { socket: `${host}/.s.PGSQL.${number}`, urlAt: (port) => `postgresql://${account}@127.0.0.1:${port}/${database}` };
  }

  /** POSTs as the owner of all tasks, or as whoever has the cookie. */
  ask(path: string, body: object, cookie = this.cookie): Promise<Response> {
    const headers = { "content-type": "application/json", cookie };
    return fetch(`http://127.0.0.1:${this.port}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  }

  /** Somebody else, signed in: a cookie. */
  async stranger(): Promise<string> {
    const answer = await this.ask("/api/v1/session", {}, "");
    return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
  }

  /** Asks for a roadmap; resolves to the task's id. It is made when there is somebody who works. */
  async generate(cookie = this.cookie): Promise<string> {
    const wish = { goal: "learn react", level: "beginner", hours_per_week: 6, language: "en" };
    const answer = await this.ask("/api/v1/roadmaps/generate", wish, cookie);
    if (answer.status !== 201) throw new Error(`No task was made: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { task_id: string }).task_id;
  }

  /** Cancels and removes a task, as its owner does. */
  async remove(task_id: string): Promise<void> {
    await this.ask(`/api/v1/tasks/${task_id}/cancel`, {});
    const url = `http://127.0.0.1:${this.port}/api/v1/tasks/${task_id}`;
    const answer = await fetch(url, { method: "DELETE", headers: { cookie: this.cookie } });
    if (answer.status !== 204) throw new Error(`Not removed: ${answer.status} ${await answer.text()}`);
  }

  /** Appends events and resolves when they are committed; while the server is away it asks again, so some may be there twice. */
  async append(task_id: string, events: readonly object[], port = this.port): Promise<void> {
    const body = events.map((event) => `${task_id} ${JSON.stringify(event)}\n`).join("");
    await until("an append", APPEND_MS, async () => {
      const request = { method: "POST", headers: { "content-type": "text/plain" }, body };
      return (await fetch(`http://127.0.0.1:${port}/bench/append`, request).catch(() => null))?.status === 202;
    });
  }

  /** The log of a task that has ended, as the table has it; read once, whoever asks. */
  endedLog(task_id: string): Promise<TaskEvent[]> {
    const log = this.#logs.get(task_id) ?? this.readLog(task_id);
    this.#logs.set(task_id, log);
    return log;
  }

  /** The log of a task as the table has it now. */
  async readLog(task_id: string): Promise<TaskEvent[]> {
    const { rows } = await this.sql((client) =>
      client.query<{ seq: string; at: Date; body: string }>(
        "select seq, at, body from task_event where task_id = $1 order by seq",
        [task_id],
      ),
    );
    return rows.map(
      ({ seq, at, body }) => ({ ...JSON.parse(body), task_id, seq: Number(seq), at: at.toISOString() }) as TaskEvent,
    );
  }

  async sql<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await embeddedSql(this.#data_dir);
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  }

  /** Sends after close since it was last asked, over all processes whose counters could be read. */
  async takeSendsAfterClose(): Promise<number> {
    let count = 0;
    for (const one of this.#processes) count += await one.takeSendsAfterClose();
    return count;
  }

  /** Processes that ended although nobody told them to, with their last words. */
  get died(): readonly string[] {
    return this.#processes.filter(({ has_died }) => has_died).map((one) => one.output());
  }

  async close(): Promise<void> {
    for (const peer of this.#peers) await peer.end("SIGKILL");
    await this.#server.end("SIGTERM");
    await rm(this.#data_dir, { recursive: true });
  }

  get #processes(): readonly WatchedProcess[] {
    return [this.#server, ...this.#peers];
  }
}
