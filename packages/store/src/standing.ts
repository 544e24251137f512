import type { Standing } from "@wayfinder/engine";
import type { FailedUnit } from "@wayfinder/protocol";
import { sql } from "kysely";
import { FAILED_UNITS } from "./content-store.ts";
import type { Database } from "./database.ts";

/** A task as it stands among its steps; to be read under the task's lock. `path` names the step that has just ended. */
export async function readStanding(tx: Database, task_id: string, path: string): Promise<Standing> {
  const { rows } = await sql<{ open: number; total: number; failed_units: FailedUnit[]; elapsed_ms: number }>`
    select (select count(*)::int from step where task_id = ${task_id} and status in ('ready', 'running', 'waiting')) as open,
      coalesce((
        select jsonb_agg(jsonb_build_object('unit', unit, 'concept_id', concept_id, 'reason', reason) order by concept_id, unit)
        from (${FAILED_UNITS} and f.roadmap_id = t.roadmap_id) failed
      ), '[]') as failed_units,
      phase.total, phase.elapsed_ms
    from task t, lateral (
      select count(*)::int as total, (extract(epoch from clock_timestamp() - min(a.created_at)) * 1000)::float8 as elapsed_ms
      from step a join step b using (task_id, name) where b.task_id = t.task_id and b.path = ${path}
    ) phase
    where t.task_id = ${task_id}`.execute(tx);
  return rows[0]!;
}
