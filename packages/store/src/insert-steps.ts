import type { StepRequest } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * Hands out steps in the transaction that makes them necessary, all in one statement; whether one of them waits for a person. The hash
 * is of the input's canonical jsonb text.
 *
 * A step that waits for a person is ready at once if its journal holds the decision already: nobody is asked twice (PL1).
 */
export async function insertSteps(db: Database, task_id: string, steps: readonly StepRequest[]): Promise<boolean> {
  if (steps.length === 0) return false;
  const rows = JSON.stringify(steps.map(({ path, name, input, waits = false }) => ({ path, name, input, waits })));
  const inserted = await sql<{ status: string }>`
    insert into step (task_id, path, name, input, input_hash, status)
    select t.task_id, s.path, s.name, s.input, md5(s.input::text),
      case when s.waits and not exists (
        select 1 from journal j where j.root_task_id = t.root_task_id and j.path = s.path and j.input_hash = md5(s.input::text)
      ) then 'waiting' else 'ready' end
    from task t, (
      select e.n, e.step ->> 'path' as path, e.step ->> 'name' as name, e.step -> 'input' as input, (e.step -> 'waits')::boolean as waits
      from jsonb_array_elements(${rows}::jsonb) with ordinality as e (step, n)
    ) s
    where t.task_id = ${task_id} order by s.n
    returning status
  `.execute(db);
  return inserted.rows.some((row) => row.status === "waiting");
}
