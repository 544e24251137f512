import type { Left, TaskRecord } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * What a chain of tasks has left to do; to be read under the root task's lock. One statement, and so of one moment: a unit that ends
 * meanwhile is either open or written.
 *
 * Content was begun when a task that generates has come to that phase. A tombstone still says so, its steps are gone.
 */
export async function readLeft(tx: Database, { task_id, root_task_id, roadmap_id }: TaskRecord): Promise<Left> {
  const { rows } = await sql<Left>`
    select (select body from roadmap where roadmap_id = ${roadmap_id}) as roadmap,
      exists (
        select 1 from task
        where root_task_id = ${root_task_id} and kind in ('generate', 'retry') and step = 'content_generation'
      ) as begun,
      coalesce((
        select jsonb_agg(jsonb_build_object('concept_id', concept_id, 'kind', kind))
        from content where roadmap_id = ${roadmap_id} and status = 'ready'
      ), '[]') as written,
      coalesce((
        select jsonb_agg(s.path) from step s join task t using (task_id)
        where t.root_task_id = ${root_task_id} and s.status in ('ready', 'running', 'waiting')
      ), '[]') as open,
      coalesce((
        select jsonb_agg(jsonb_build_object('path', path, 'name', name, 'input', input) order by place)
        from step where task_id = ${task_id} and status in ('failed', 'cancelled')
      ), '[]') as cut`.execute(tx);
  return rows[0]!;
}
