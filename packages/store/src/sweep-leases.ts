import { sql } from "kysely";
import { WORKER_LOCK } from "./bus.ts";
import type { Database } from "./database.ts";

/** Key of the sweeper's advisory lock; any number no other part uses. */
const SWEEPER_LOCK = 7_702;

/**
 * Frees the steps whose lease has run out, or whose worker's connection is gone; the number freed.
 *
 * One sweeper at a time, by the transaction's advisory lock: whoever finds it held leaves the work to its holder.
 */
export async function sweepLeases(db: Database): Promise<number> {
  const { rows } = await sql<{ task_id: string }>`
    with sweeper as (select pg_try_advisory_xact_lock(${SWEEPER_LOCK}) as mine),
    stale as (
      select s.task_id, s.path from step s, sweeper where sweeper.mine and s.status = 'running' and (
        s.lease_expires_at < now() or not exists (
          select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2
            and l.classid = ${WORKER_LOCK}::bigint::oid and l.objid = s.worker_id::oid
            and l.database = (select oid from pg_database where datname = current_database())
        )
      )
      -- whoever holds the step is ending it; waiting here, with other steps of its task locked, could end in a deadlock
      for update of s skip locked
    ),
    freed as (
      update step set status = 'ready', token = null, lease_expires_at = null
      from stale where step.task_id = stale.task_id and step.path = stale.path
      returning step.task_id, step.path, step.attempt
    ),
    ended as (
      update attempt set ended_at = now(), outcome = 'lost' from freed
      where attempt.task_id = freed.task_id and attempt.path = freed.path and attempt.attempt = freed.attempt
    )
    select task_id from freed
  `.execute(db);
  return rows.length;
}
