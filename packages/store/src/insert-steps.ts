import type { StepRequest } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * Hands out steps in the transaction that makes them necessary. The hash is of the input's canonical jsonb text.
 *
 * A step that waits for a person is ready at once if its journal holds the decision already: nobody is asked twice (PL1).
 */
export async function insertSteps(db: Database, task_id: string, steps: readonly StepRequest[]): Promise<void> {
  for (const step of steps) {
    const input = JSON.stringify(step.input);
    await sql`
      insert into step (task_id, path, name, input, input_hash, status)
      select t.task_id, ${step.path}, ${step.name}, ${input}::jsonb, h.hash,
        case when ${step.waits === true}::boolean and not exists (
          select 1 from journal j where j.root_task_id = t.root_task_id and j.path = ${step.path} and j.input_hash = h.hash
        ) then 'waiting' else 'ready' end
      from task t, (select md5((${input}::jsonb)::text) as hash) h where t.task_id = ${task_id}
    `.execute(db);
  }
}
