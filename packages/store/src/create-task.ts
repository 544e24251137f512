import type { CreateTaskResult, NewTask, TaskRecord } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";
import { TASK_COLUMNS, type TaskRow } from "./task-row.ts";

/** A task and its first steps in one commit; with an idempotency key, the task that the key stood for before. */
export const createTask = (db: Database, input: NewTask, record: (row: TaskRow) => TaskRecord): Promise<CreateTaskResult> =>
  db.transaction().execute(async (tx) => {
    const before = input.idempotency && (await reserveKey(tx, input, input.idempotency));
    if (before && before.body_hash !== input.idempotency?.body_hash) return { outcome: "key_reused" };
    if (before) {
      const { rows } = await sql<TaskRow>`select ${TASK_COLUMNS} from task where task_id = ${before.task_id}`.execute(tx);
      return { outcome: "replayed", task: record(rows[0]!) };
    }
    const { rows } = await sql<TaskRow>`
      insert into task (task_id, user_id, root_task_id, roadmap_id, epoch, goal, address)
      values (${input.task_id}, ${input.user_id}, ${input.task_id}, ${input.roadmap_id}, ${input.epoch},
        ${JSON.stringify(input.goal)}::jsonb, ${input.address ?? null})
      returning ${TASK_COLUMNS}`.execute(tx);
    await insertSteps(tx, input.task_id, input.steps);
    if (input.supersedes !== undefined)
      // locked in the order of their ids, as by edits
      await sql`
        with chain as (
          select task_id from task where root_task_id = (select root_task_id from task where task_id = ${input.supersedes})
          order by task_id for update
        )
        update task set superseded_by = ${input.task_id} from chain where task.task_id = chain.task_id`.execute(tx);
    return { outcome: "created", task: record(rows[0]!) };
  });

/** Old keys of anybody's that one creation clears away, so that they do not pile up. */
const SWEPT_KEYS = 20;

/** Keys are kept for 24 hours. Returns what the key stood for before, or null when it is now this task's. */
async function reserveKey(tx: Database, input: NewTask, { key, body_hash }: NonNullable<NewTask["idempotency"]>) {
  await sql`
    delete from idempotency_key
    where (user_id, key) in (select user_id, key from idempotency_key where created_at < now() - interval '24 hours' limit ${SWEPT_KEYS})
      or user_id = ${input.user_id} and key = ${key} and created_at < now() - interval '24 hours'`.execute(tx);
  const inserted = await sql<{ key: string }>`
    insert into idempotency_key (user_id, key, body_hash, task_id) values (${input.user_id}, ${key}, ${body_hash}, ${input.task_id})
    on conflict do nothing returning key`.execute(tx);
  if (inserted.rows.length > 0) return null;
  const { rows } = await sql<{ body_hash: string; task_id: string }>`
    select body_hash, task_id from idempotency_key where user_id = ${input.user_id} and key = ${key}`.execute(tx);
  return rows[0] ?? null;
}
