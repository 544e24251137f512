import type { WakeUp } from "@wayfinder/engine";
import pg from "pg";
import { clientConfig, type Connection } from "./database.ts";

/** First key of the advisory lock a worker holds on the bus's connection while its process lives; the second is its worker id. */
export const WORKER_LOCK = 7_701;
const CHANNEL = "wayfinder";
/** At most one NOTIFY per task in this time: a NOTIFY takes a database-wide lock at commit (ARCHITECTURE, "Past one machine"). */
const COALESCE_MS = 20;
const RECONNECT_MS = 250;

/** Wake-ups within this process at once and to the others by NOTIFY. It carries no truth: losing one costs delay (LG7). */
export interface Bus {
  tell(wakeUp: WakeUp): void;
  onWakeUp(listener: (wakeUp: WakeUp) => void): () => void;
  /** A number nobody else has, and a lock that lives as long as this process's connection; it is taken again after a reconnect. */
  registerWorker(): Promise<{ worker_id: number }>;
  close(): Promise<void>;
}

export interface BusOptions {
  /** A direct connection: LISTEN does not pass through a transaction pooler. */
  readonly connection: Connection;
  readonly notify: (payloads: readonly string[]) => Promise<void>;
  /** Tells this process's notifications from the others'. */
  readonly origin: string;
  readonly onError: (error: unknown) => void;
}

/** The bus of one process. */
export async function openBus({ connection, notify, origin, onError }: BusOptions): Promise<Bus> {
  const listeners = new Set<(wakeUp: WakeUp) => void>();
  const pending = new Map<string, WakeUp>();
  const workers = new Set<number>();
  let timer: NodeJS.Timeout | null = null;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  const deliver = (wakeUp: WakeUp) => {
    for (const listener of listeners) listener(wakeUp);
  };

  function flush(): void {
    timer = null;
    const payloads = [...pending.values()].map((wakeUp) => JSON.stringify({ origin, wakeUp }));
    pending.clear();
    notify(payloads).catch(onError);
  }

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ ...clientConfig(connection), application_name: "wayfinder bus" });
    next.on("error", onError);
    next.on("end", () => {
      if (client === next) client = null;
      if (!closed) retry ??= setTimeout(reconnect, RECONNECT_MS);
    });
    next.on("notification", ({ payload }) => {
      const message = JSON.parse(payload ?? "{}") as { origin?: string; wakeUp?: WakeUp };
      if (message.origin !== origin && message.wakeUp) deliver(message.wakeUp);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    for (const worker_id of workers) await hold(next, worker_id);
    return next;
  }

  function reconnect(): void {
    retry = null;
    if (closed) return;
    connect().then(
      (next) => {
        client = next;
        deliver({ kind: "step" });
      },
      (error: unknown) => {
        onError(error);
        retry ??= setTimeout(reconnect, RECONNECT_MS);
      },
    );
  }

  client = await connect();
  return {
    tell(wakeUp) {
      deliver(wakeUp);
      pending.set(wakeUp.kind === "step" ? "step" : `${wakeUp.kind} ${wakeUp.task_id}`, wakeUp);
      timer ??= setTimeout(flush, COALESCE_MS);
    },
    onWakeUp(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async registerWorker() {
      if (!client) throw new Error("The connection to the database is being made again.");
      const { rows } = await client.query<{ worker_id: string }>("select nextval('worker_id') as worker_id");
      const worker_id = Number(rows[0]?.worker_id);
      await hold(client, worker_id);
      workers.add(worker_id);
      return { worker_id };
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      if (retry) clearTimeout(retry);
      await client?.end();
    },
  };
}

const hold = (client: pg.Client, worker_id: number) => client.query("select pg_advisory_lock($1, $2)", [WORKER_LOCK, worker_id]);
