import type { TaskRecord } from "@wayfinder/engine";
import { sql } from "kysely";

/** A task's row as pg gives it. */
export interface TaskRow extends Omit<TaskRecord, "created_at" | "updated_at"> {
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const TASK_COLUMNS = sql`
  task_id, user_id, root_task_id, retry_of, status, step, percent, roadmap_id, roadmap_ready, head, epoch, goal, usage, error,
  kind, about, paused, superseded_by, created_at, updated_at, gone_at is not null as gone`;

/** The same of a table called `t`, where another has columns of the same names. */
export const TASK_COLUMNS_OF_T = sql`
  t.task_id, t.user_id, t.root_task_id, t.retry_of, t.status, t.step, t.percent, t.roadmap_id, t.roadmap_ready, t.head, t.epoch, t.goal,
  t.usage, t.error, t.kind, t.about, t.paused, t.superseded_by, t.created_at, t.updated_at, t.gone_at is not null as gone`;

/** The record of a row; the epoch gets the database's identity, so that a restore resets every client once (LG4). */
export const taskRecord = (row: TaskRow, identity: string): TaskRecord => ({
  ...row,
  epoch: `${row.epoch}.${identity}`,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});
