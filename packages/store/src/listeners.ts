import { sql } from "kysely";
import type pg from "pg";
import type { Database } from "./database.ts";

const CHANNEL = "wayfinder";
/** First key of the shared advisory lock that every listening process holds on its bus's connection; the second is 0. */
const LISTENER_LOCK = 7_703;

/** Listens, and lets others see that somebody does. */
export async function listen(client: pg.Client): Promise<void> {
  await client.query(`listen ${CHANNEL}`);
  await client.query("select pg_advisory_lock_shared($1, 0)", [LISTENER_LOCK]);
}

/** Sends notifications. Whether anybody listens besides the connection with the server process `backend`. */
export async function notifyOthers(db: Database, payloads: readonly string[], backend: number | null): Promise<boolean> {
  const { rows } = await sql<{ is_heard: boolean }>`
    with told as materialized (select pg_notify(${CHANNEL}, p) is null as n from unnest(${payloads}::text[]) p)
    select count(n) >= 0 and exists (
      select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ${LISTENER_LOCK}::bigint::oid
        and l.database = (select oid from pg_database where datname = current_database()) and l.pid is distinct from ${backend}::int
    ) as is_heard from told`.execute(db);
  return rows[0]?.is_heard ?? true;
}
