import type { CommittedEvents, WakeUp } from "@wayfinder/engine";
import pg from "pg";
import type { Appended } from "./append-events.ts";
import { clientConfig, type Connection } from "./database.ts";
import { listen } from "./listeners.ts";

/** First key of the advisory lock a worker holds on the bus's connection while its process lives; the second is its worker id. */
export const WORKER_LOCK = 7_701;
/** At most one NOTIFY per task in this time: a NOTIFY takes a database-wide lock at commit. */
const COALESCE_MS = 20;
const RECONNECT_MS = 250;
/**
 * For so long after nobody else was seen to listen nobody is told: a NOTIFY costs as much as the append it tells of.
 * Whoever begins to listen says so at once; this is for when that word was lost, and then the poll finds what was not told (LG7).
 */
const ALONE_MS = 5_000;

/** What others are told, too. What a connection leads to each process sees for itself. */
type Told = Exclude<WakeUp, { kind: "history" }>;

export interface BusOptions {
  /** A direct connection: LISTEN does not pass through a transaction pooler. */
  readonly connection: Connection;
  /** Tells the others; whether there are any besides the listener with the server's process `backend`. */
  readonly notify: (payloads: readonly string[], backend: number | null) => Promise<boolean>;
  /** Tells this process's notifications from the others'. */
  readonly origin: string;
  readonly onError: (error: unknown) => void;
  /** Given each new connection before it is used. */
  readonly look?: (client: pg.ClientBase) => Promise<void>;
}

/** Wake-ups within this process at once and to the others by NOTIFY. They carry no truth: losing one costs delay (LG7). */
export class Bus {
  readonly #o: BusOptions;
  readonly #listeners = new Set<(wakeUp: WakeUp) => void>();
  readonly #readers = new Set<(committed: CommittedEvents) => void>();
  readonly #pending = new Map<string, Told>();
  readonly #workers = new Set<number>();
  #client: pg.Client | null = null;
  #flushing: NodeJS.Timeout | null = null;
  #reconnecting: NodeJS.Timeout | null = null;
  /** The server's process of the present or last connection. */
  #backend: number | null = null;
  /** Runs while nobody else is known to listen. */
  #alone: NodeJS.Timeout | null = null;
  /** Counts the signs of others. */
  #heard = 0;
  #closed = false;

  private constructor(options: BusOptions) {
    this.#o = options;
  }

  /** The bus of one process. Rejects when the first connection cannot be made; later ones are made again for ever. */
  static async open(options: BusOptions): Promise<Bus> {
    const bus = new Bus(options);
    try {
      bus.#client = await bus.#connect();
      await bus.#greet();
      return bus;
    } catch (error) {
      await bus.close();
      throw error;
    }
  }

  tell(wakeUp: Told): void {
    this.tellHere(wakeUp);
    this.#pending.set(wakeUp.kind === "step" ? "step" : `${wakeUp.kind} ${wakeUp.task_id}`, wakeUp);
    this.#flushing ??= setTimeout(() => this.#flush(), COALESCE_MS);
  }

  /** Tells this process alone, at once. */
  tellHere(wakeUp: WakeUp): void {
    for (const listener of this.#listeners) listener(wakeUp);
  }

  /** Tells of an append after its commit: what it was to this process, that there is more to everybody. */
  tellAppended(task_id: string, { head, events }: Appended): void {
    for (const reader of this.#readers) reader({ task_id, events });
    this.tell({ kind: "task", task_id, head });
  }

  onCommitted(reader: (committed: CommittedEvents) => void): () => void {
    this.#readers.add(reader);
    return () => this.#readers.delete(reader);
  }

  onWakeUp(listener: (wakeUp: WakeUp) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A number nobody else has, and a lock that lives as long as this process's connection; it is taken again after a reconnect. */
  async registerWorker(): Promise<{ worker_id: number }> {
    if (!this.#client) throw new Error("The connection to the database is being made again.");
    const { rows } = await this.#client.query<{ worker_id: string }>("select nextval('worker_id') as worker_id");
    const worker_id = Number(rows[0]?.worker_id);
    await hold(this.#client, worker_id);
    this.#workers.add(worker_id);
    return { worker_id };
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#flushing) clearTimeout(this.#flushing);
    if (this.#reconnecting) clearTimeout(this.#reconnecting);
    const client = this.#client;
    this.#client = null;
    this.#noteOthers();
    await client?.end();
  }

  #flush(): void {
    this.#flushing = null;
    const payloads = [...this.#pending.values()].map((wakeUp) => JSON.stringify({ origin: this.#o.origin, wakeUp }));
    this.#pending.clear();
    if (!this.#alone) this.#notify(payloads).catch(this.#o.onError);
  }

  async #notify(payloads: readonly string[]): Promise<void> {
    // word of a newcomer may come before the answer, which then knows less
    const heard = this.#heard;
    const isHeard = await this.#o.notify(payloads, this.#backend);
    if (isHeard || this.#client === null || this.#heard !== heard) return;
    this.#alone ??= setTimeout(() => (this.#alone = null), ALONE_MS);
  }

  #noteOthers(): void {
    this.#heard += 1;
    if (this.#alone) clearTimeout(this.#alone);
    this.#alone = null;
  }

  /** Lets the others know that there is one more to tell; as a wake-up, of which one too many does no harm. */
  #greet(): Promise<void> {
    return this.#notify([JSON.stringify({ origin: this.#o.origin, wakeUp: { kind: "step" } satisfies WakeUp })]);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...clientConfig(this.#o.connection), application_name: "wayfinder bus" });
    client.on("error", (error) => (this.#closed ? undefined : this.#o.onError(error)));
    client.on("end", () => this.#lost(client));
    client.on("notification", ({ payload }) => {
      const message = readPayload(payload);
      if (!message || message.origin === this.#o.origin) return;
      this.#noteOthers();
      this.tellHere(message.wakeUp);
    });
    try {
      await client.connect();
      await this.#o.look?.(client);
      await listen(client);
      await this.#holdAgain(client);
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  }

  /** After a half-open loss the server may still hold the locks for the old connection, which is ended first. */
  async #holdAgain(client: pg.Client): Promise<void> {
    if (this.#workers.size > 0 && this.#backend !== null) await client.query("select pg_terminate_backend($1)", [this.#backend]);
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    this.#backend = rows[0]?.pid ?? null;
    for (const worker_id of this.#workers) await hold(client, worker_id);
  }

  #lost(client: pg.Client): void {
    if (this.#client === client) this.#client = null;
    // who begins to listen now is not heard here
    this.#noteOthers();
    if (!this.#closed) this.#reconnecting ??= setTimeout(() => void this.#reconnect(), RECONNECT_MS);
  }

  async #reconnect(): Promise<void> {
    this.#reconnecting = null;
    try {
      const client = await this.#connect();
      if (this.#closed) return await client.end();
      this.#client = client;
      this.#greet().catch(this.#o.onError);
      // what was told meanwhile was not heard
      this.tellHere({ kind: "step" });
    } catch (error) {
      this.#o.onError(error);
      if (!this.#closed) this.#reconnecting ??= setTimeout(() => void this.#reconnect(), RECONNECT_MS);
    }
  }
}

interface Payload {
  readonly origin: string;
  readonly wakeUp: WakeUp;
}

const KINDS = new Set(["task", "cancel", "gone", "step"]);

/** Anybody on the database can notify on any channel: what is not ours is passed over. */
function readPayload(payload: string | undefined): Payload | null {
  try {
    const message = JSON.parse(payload ?? "") as Partial<Payload> | null;
    return KINDS.has(message?.wakeUp?.kind ?? "") ? (message as Payload) : null;
  } catch {
    return null;
  }
}

const hold = (client: pg.Client, worker_id: number) => client.query("select pg_advisory_lock($1, $2)", [WORKER_LOCK, worker_id]);
