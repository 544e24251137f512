import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";

/**
 * Connections one process keeps. Every query here is short and none waits for a network: five serve eight generations at once as
 * quickly as ten did, and each backend's memory grows with the shared buffers it has touched.
 */
const POOL_SIZE = 5;
const CONNECT_TIMEOUT_MS = 10_000;
/**
 * A process that stops between two statements keeps its locks, and every sweep of leases waits for them: the server ends its transaction
 * after as long as a lease lasts. Set by a statement, since poolers refuse unknown parameters at the start.
 */
const IDLE_IN_TRANSACTION_MS = 5_000;

/** How to reach a PostgreSQL: a URL, or the embedded cluster's socket folder and password. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly password: string; readonly database: string };

/** The queries are written as SQL, so the builder needs to know no tables. */
export type Database = Kysely<unknown>;

export const clientConfig = (c: Connection): pg.ClientConfig => ("url" in c ? { connectionString: c.url } : { ...c });

/** bigint columns hold counters far below 2⁵³. */
const INT8 = 20;
const types = {
  getTypeParser: ((oid: number, format: "text") =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * A pool over a connection. One that breaks is replaced; its error is told to `onError`, whether it was idle or at work.
 * `look` is given each new one before it is used.
 */
export function openPool(
  connection: Connection,
  onError: (error: Error) => void,
  look: (client: pg.ClientBase) => Promise<void> = async () => {},
): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(connection),
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "wayfinder",
    types,
    onConnect: (async (client) => {
      await limitTransactions(client);
      await look(client);
    }) as (client: pg.ClientBase) => void, // the pool waits for the promise; its types do not say so
  });
  // a database that stops right after us may still answer the connections that we are ending
  const tell = (error: Error) => (pool.ending ? undefined : onError(error));
  pool.on("error", tell);
  // without a listener of its own, a connection that breaks between two queries would end the process
  pool.on("connect", (client) => client.on("error", tell));
  return pool;
}

const limitTransactions = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`set idle_in_transaction_session_timeout = ${IDLE_IN_TRANSACTION_MS}`);

/** Queries over a pool. */
export const openDatabase = (pool: pg.Pool): Database => new Kysely({ dialect: new PostgresDialect({ pool }) });
