import { encodeEvent, taskPatch, type Lease, type StoredEvent } from "@wayfinder/engine";
import type { EventBody } from "@wayfinder/protocol";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * Who may append: the holder of a step's lease, or a command while the task is open.
 *
 * `from` counts the events that this attempt appended before; null where no repeat is possible, because the lease ends in the same commit.
 */
export type Guard = { readonly lease: Lease; readonly from: number | null } | { readonly task_id: string };

/** What an append has added to a log, and the log's head after it. */
export interface Appended {
  readonly head: number;
  readonly events: readonly StoredEvent[];
}

/**
 * The one writer of the log (law 1): appends events and changes the task's row to match, in one statement.
 *
 * Locks the task's row first and the step's second, checks that the task is not final and the token the step's present one,
 * numbers from head + 1 (LG2, LG3). Events of the attempt that are already in the log are passed over.
 * Returns what was added, or null when the guard refused; then nothing was changed. It holds as soon as the transaction has committed.
 */
export async function appendEvents(db: Database, guard: Guard, events: readonly EventBody[]): Promise<Appended | null> {
  const patch = taskPatch(events);
  const bodies = events.map(encodeEvent);
  const from = "lease" in guard ? guard.from : null;
  const { rows } = await sql<{ head: number; added: number; at: Date }>`
    with locked as (${lockedRow(guard)}),
    fresh as (
      select e.body, row_number() over (order by e.n) as k
      from locked, unnest(${bodies}::text[]) with ordinality as e (body, n)
      where ${from}::int is null or ${from}::int + e.n > locked.appended
    ),
    moment as materialized (select date_trunc('milliseconds', clock_timestamp()) as at from locked),
    logged as (
      insert into task_event (task_id, seq, at, body)
      select locked.task_id, locked.head + fresh.k, moment.at, fresh.body from locked, fresh, moment
    ),
    counted as (
      update step set appended = greatest(step.appended, ${from ?? 0}::int + ${bodies.length}::int)
      from locked where step.task_id = locked.task_id and step.path = locked.path
    )
    update task set
      head = task.head + (select count(*) from fresh),
      status = coalesce(${patch.status}::text, task.status),
      step = coalesce(${patch.step}::text, task.step),
      percent = greatest(task.percent, ${patch.percent}::real),
      roadmap_ready = task.roadmap_ready or ${patch.roadmap_ready}::boolean,
      usage = coalesce(${json(patch.usage)}::jsonb, task.usage),
      error = coalesce(${json(patch.error)}::jsonb, task.error),
      updated_at = now()
    from locked, moment where task.task_id = locked.task_id
    returning task.head, (select count(*) from fresh) as added, moment.at
  `.execute(db);
  const [row] = rows;
  if (!row) return null;
  // what was passed over stands at the beginning
  return appended(row.head, row.at, bodies.slice(bodies.length - row.added));
}

/** The last events of a log, as reading them would give them. */
export function appended(head: number, moment: Date, bodies: readonly string[]): Appended {
  const at = moment.toISOString();
  return { head, events: bodies.map((body, i) => ({ seq: head - bodies.length + 1 + i, at, body })) };
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

const OPEN = sql`t.status not in ('completed', 'failed', 'cancelled')`;

const lockedRow = (guard: Guard) =>
  "lease" in guard
    ? sql`
      select t.task_id, t.head, s.path, s.appended from task t join step s on s.task_id = t.task_id
      where t.task_id = ${guard.lease.task_id} and s.path = ${guard.lease.path} and s.token = ${guard.lease.token}::bigint
        and s.status = 'running' and ${OPEN}
      for update`
    : sql`
      select t.task_id, t.head, null::text as path, 0 as appended from task t
      where t.task_id = ${guard.task_id} and ${OPEN}
      for update`;
