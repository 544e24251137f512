import type { TaskRecord, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";
import { TASK_COLUMNS, type TaskRow } from "./task-row.ts";

type Input = Parameters<TaskStore["retryTask"]>[0];

/** A new task on the same roadmap and journal; under the root task's lock, so that of two at once the second finds the first. */
export const retryTask = (db: Database, input: Input, record: (row: TaskRow) => TaskRecord): Promise<TaskRecord> =>
  db.transaction().execute(async (tx) => {
    const { task } = input;
    await sql`select 1 from task where task_id = ${task.root_task_id} for update`.execute(tx);
    const running = await sql<TaskRow>`
      select ${TASK_COLUMNS} from task
      where root_task_id = ${task.root_task_id} and status not in ('completed', 'failed', 'cancelled')`.execute(tx);
    if (running.rows[0]) return record(running.rows[0]);
    const { rows } = await sql<TaskRow>`
      insert into task (task_id, user_id, root_task_id, retry_of, roadmap_id, epoch, goal)
      values (${input.task_id}, ${task.user_id}, ${task.root_task_id}, ${task.task_id}, ${task.roadmap_id}, ${input.epoch},
        ${JSON.stringify(task.goal)}::jsonb)
      returning ${TASK_COLUMNS}`.execute(tx);
    await insertSteps(tx, input.task_id, input.steps);
    return record(rows[0]!);
  });
