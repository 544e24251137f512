import { BENCH_USER } from "@wayfinder/engine";
import { sql, type RawBuilder } from "kysely";
import type { Database } from "./database.ts";

const ENDED = sql`status in ('completed', 'failed', 'cancelled')`;

/** A task that has ended. */
export const oneEnded = (task_id: string): RawBuilder<unknown> => sql`task_id = ${task_id} and ${ENDED} for update`;

/**
 * Up to `limit` tasks whose log ended longer than `older_than_ms` ago: nothing changes a task's row after its final event.
 *
 * Those of a benchmark never end, so they count from their last event.
 */
export const longEnded = (older_than_ms: number, limit: number): RawBuilder<unknown> => sql`
  (${ENDED} or user_id = ${BENCH_USER}) and updated_at < now() - ${older_than_ms}::double precision * interval '1 ms'
  limit ${limit} for update skip locked`;

/**
 * Takes away the logs, steps and tickets of the chosen tasks, and the words of the person in their rows; their ids.
 *
 * What is left is the tombstone: whose task it was, and that it is gone (LG10). The journal and the models' answers go with the last of a
 * chain of retries; what calls cost stays, for the budgets.
 */
export async function removeLogs(db: Database, chosen: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ task_id: string }>`
    with chosen as (select task_id, root_task_id from task where gone_at is null and ${chosen}),
    logs as (delete from task_event e using chosen where e.task_id = chosen.task_id),
    steps as (delete from step s using chosen where s.task_id = chosen.task_id),
    tickets as (delete from ticket k using chosen where k.task_id = chosen.task_id),
    journals as (
      delete from journal j using chosen where j.root_task_id = chosen.root_task_id and not exists (
        select 1 from task t where t.root_task_id = j.root_task_id and t.gone_at is null
          and t.task_id not in (select task_id from chosen)
      )
    ),
    answers as (
      update model_call c set answer = null, message = null, discarded = true
      where c.root_task_id in (select root_task_id from chosen) and not exists (
        select 1 from task t where t.root_task_id = c.root_task_id and t.gone_at is null
          and t.task_id not in (select task_id from chosen)
      )
    )
    update task t set gone_at = now(), error = null, about = null,
      goal = t.goal - '{background,known_skills,motivation,extra_context,answers}'::text[] || '{"goal": ""}'
    from chosen where t.task_id = chosen.task_id returning t.task_id`.execute(db);
  return rows.map((row) => row.task_id);
}
