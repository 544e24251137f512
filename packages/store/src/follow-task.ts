import type { FollowUp, FollowUpOfLeft } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";
import { readLeft } from "./left.ts";
import { TASK_COLUMNS, type TaskRow } from "./task-row.ts";

/**
 * A new task on the same roadmap and journal; under the root task's lock, so that of two alike at once the second finds the first.
 * Null: what is left to do, which decides on its steps, is nothing.
 */
export const followTask = (db: Database, input: FollowUp | FollowUpOfLeft): Promise<TaskRow | null> =>
  db.transaction().execute(async (tx) => {
    await sql`select 1 from task where task_id = ${input.task.root_task_id} for update`.execute(tx);
    return followUnderLock(tx, input);
  });

/** The same for whoever holds the root task's lock already. */
export async function followUnderLock(tx: Database, input: FollowUp | FollowUpOfLeft): Promise<TaskRow | null> {
  const { task, kind, key } = input;
  const running = await sql<TaskRow>`
      select ${TASK_COLUMNS} from task
      where root_task_id = ${task.root_task_id} and status not in ('completed', 'failed', 'cancelled')
        and (kind = ${kind} and follow_key = ${key} or ${kind} = 'retry' and kind = 'generate')`.execute(tx);
  if (running.rows[0]) return running.rows[0];
  const isOfLeft = typeof input.steps === "function";
  const steps = isOfLeft ? input.steps(await readLeft(tx, task)) : input.steps;
  if (isOfLeft && steps.length === 0) return null;
  const { rows } = await sql<TaskRow>`
      insert into task (task_id, user_id, root_task_id, retry_of, roadmap_id, roadmap_ready, epoch, goal, kind, about, follow_key, address)
      values (${input.task_id}, ${task.user_id}, ${task.root_task_id}, ${task.task_id}, ${task.roadmap_id},
        exists (select 1 from roadmap where roadmap_id = ${task.roadmap_id}), ${input.epoch},
        ${JSON.stringify(task.goal)}::jsonb, ${kind}, ${input.about ? JSON.stringify(input.about) : null}::jsonb, ${key}, ${input.address ?? null})
      returning ${TASK_COLUMNS}`.execute(tx);
  await insertSteps(tx, input.task_id, steps);
  return rows[0] ?? null;
}
