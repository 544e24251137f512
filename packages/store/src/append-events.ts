import { encodeEvent, taskPatch, type Lease } from "@wayfinder/engine";
import type { EventBody } from "@wayfinder/protocol";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * Who may append: the holder of a step's lease, or a command while the task is open.
 *
 * `from` counts the events that this attempt appended before; null where no repeat is possible, because the lease ends in the same commit.
 */
export type Guard = { readonly lease: Lease; readonly from: number | null } | { readonly task_id: string };

/**
 * The one writer of the log (law 1): appends events and changes the task's row to match, in one statement.
 *
 * Locks the task's row first and the step's second, checks that the task is not final and the token the step's present one,
 * numbers from head + 1 (LG2, LG3). Events of the attempt that are already in the log are passed over.
 * Returns the new head, or null when the guard refused; then nothing was changed.
 */
export async function appendEvents(db: Database, guard: Guard, events: readonly EventBody[]): Promise<{ head: number } | null> {
  const patch = taskPatch(events);
  const bodies = events.map(encodeEvent);
  const from = "lease" in guard ? guard.from : null;
  const { rows } = await sql<{ head: number }>`
    with locked as (${lockedRow(guard)}),
    fresh as (
      select e.body, row_number() over (order by e.n) as k
      from locked, unnest(${bodies}::text[]) with ordinality as e (body, n)
      where ${from}::int is null or ${from}::int + e.n > locked.appended
    ),
    logged as (
      insert into task_event (task_id, seq, at, body)
      select locked.task_id, locked.head + fresh.k, date_trunc('milliseconds', clock_timestamp()), fresh.body from locked, fresh
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
    from locked where task.task_id = locked.task_id
    returning task.head
  `.execute(db);
  return rows[0] ?? null;
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
