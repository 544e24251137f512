import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BENCH_USER } from "@wayfinder/engine";
import type { TaskEvent } from "@wayfinder/protocol";
import type pg from "pg";
import { embeddedSql } from "../e2e/embedded-sql.ts";
import { freePort } from "../e2e/free-port.ts";
import { startServerProcess, type ServerProcess } from "../e2e/server-process.ts";
import { until } from "../e2e/until.ts";

/** A session of the owner of measured tasks, so that its tasks can be read over every transport. */
const SECRET = "faults";
/** So long an append is tried again while the server is away, in ms. */
const APPEND_MS = 60_000;

/** The real server as a process of its own, with its database, and a hand on both. */
export class FaultWorld {
  readonly cookie = `wayfinder_session=${SECRET}`;
  readonly #env: Readonly<Record<string, string>>;
  #server: ServerProcess;
  readonly #logs = new Map<string, Promise<TaskEvent[]>>();
  readonly #peers = new Set<ServerProcess>();
  #tasks = 0;
  #sends_after_close = 0;
  /** What the present process had counted when it was last asked. */
  #counted = 0;

  private constructor(env: Readonly<Record<string, string>>, server: ServerProcess) {
    this.#env = env;
    this.#server = server;
  }

  static async start(): Promise<FaultWorld> {
    const data_dir = await mkdtemp(join(tmpdir(), "wayfinder-faults-"));
    const env = { DATA_DIR: data_dir, API_PORT: String(await freePort()), BENCH: "1" };
    const world = new FaultWorld(env, await startServerProcess(env));
    await world.append(world.newTask(), [{ type: "cancelled", final: true }]);
    const hash = createHash("sha256").update(SECRET).digest("hex");
    await world.sql((client) => client.query("insert into session (token_hash, user_id) values ($1, $2)", [hash, BENCH_USER]));
    return world;
  }

  get port(): number {
    return Number(this.#env["API_PORT"]);
  }

  newTask(): string {
    return `fault-${(this.#tasks += 1)}`;
  }

  /** Ends the server by a signal and starts it again on the same port. SIGKILL leaves its counters unread. */
  async restart(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    if (signal === "SIGTERM") await this.#readCounters();
    await this.#server.end(signal);
    this.#counted = 0;
    this.#server = await startServerProcess(this.#env);
  }

  /** Another API process on the same database; resolves to its port and the way to end it. */
  async startPeer(): Promise<{ port: number; end: () => Promise<void> }> {
    const { user, password, database, host } = await this.sql((client) => Promise.resolve(client));
    const DATABASE_URL = `postgresql://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(host)}`;
    const port = await freePort();
    const peer = await startServerProcess({ DATABASE_URL, ROLE: "api", API_PORT: String(port), BENCH: "1" });
    this.#peers.add(peer);
    return {
      port,
      end: async () => {
        this.#sends_after_close += await sendsAfterClose(port);
        this.#peers.delete(peer);
        await peer.end("SIGTERM");
      },
    };
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
    const log = this.#logs.get(task_id) ?? this.#readLog(task_id);
    this.#logs.set(task_id, log);
    return log;
  }

  async sql<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = await embeddedSql(this.#env["DATA_DIR"] ?? "");
    try {
      return await run(client);
    } finally {
      await client.end();
    }
  }

  /** Sends after close since it was last asked, over all processes whose counters could be read. */
  async takeSendsAfterClose(): Promise<number> {
    await this.#readCounters();
    const count = this.#sends_after_close;
    this.#sends_after_close = 0;
    return count;
  }

  async close(): Promise<void> {
    for (const peer of this.#peers) await peer.end("SIGKILL");
    await this.#server.end("SIGTERM");
    await rm(this.#env["DATA_DIR"] ?? "", { recursive: true });
  }

  async #readLog(task_id: string): Promise<TaskEvent[]> {
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

  async #readCounters(): Promise<void> {
    const count = await sendsAfterClose(this.port);
    this.#sends_after_close += count - this.#counted;
    this.#counted = count;
  }
}

async function sendsAfterClose(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const [, count] = /^wayfinder_sends_after_close_total (\d+)$/m.exec(text) ?? [];
  if (count === undefined) throw new Error("The server does not count sends after close.");
  return Number(count);
}
