import type { TaskRecord, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Bus } from "./bus.ts";
import { cancelTask } from "./cancel-task.ts";
import { createTask } from "./create-task.ts";
import type { Database } from "./database.ts";
import type { DatabaseIdentity } from "./database-identity.ts";
import { followTask } from "./follow-task.ts";
import { gatheredReads } from "./gathered-reads.ts";
import { pauseTask } from "./pause-task.ts";
import { longEnded, oneEnded, removeLogs } from "./remove-logs.ts";
import { reviewTask } from "./review-task.ts";
import { TASK_COLUMNS, TASK_COLUMNS_OF_T, taskRecord, type TaskRow } from "./task-row.ts";

type Commands = Pick<
  TaskStore,
  | "createTask"
  | "followTask"
  | "followLeft"
  | "pauseTask"
  | "resumeTask"
  | "cancelTask"
  | "removeTask"
  | "removeExpired"
  | "reviewTask"
>;
type Queries = Pick<TaskStore, "findByKey" | "getTask" | "listTasks" | "readEvents" | "readHeads">;

/** Tasks and their logs; each commit wakes those who wait for it. */
export function createTaskStore(db: Database, bus: Bus, identity: Pick<DatabaseIdentity, "value">): Commands & Queries {
  const record = (row: TaskRow): TaskRecord => taskRecord(row, identity.value);
  const queries = taskQueries(db, record);
  return {
    ...queries,

    async createTask(input) {
      const result = await createTask(db, input, record);
      if (result.outcome === "created") bus.tell({ kind: "step" });
      return result;
    },

    ...followVerbs(db, bus, record),

    async pauseTask({ task_id, pause }) {
      const told = await pauseTask(db, task_id, pause);
      if (told) bus.tell({ kind: "task", task_id, head: told.head });
      const task = await queries.getTask({ task_id });
      return task && { outcome: told ? "paused" : "already", task };
    },

    async resumeTask({ task_id }) {
      const told = await pauseTask(db, task_id, null);
      if (told) bus.tell({ kind: "task", task_id, head: told.head });
      bus.tell({ kind: "step" });
      const task = await queries.getTask({ task_id });
      return task && { outcome: told ? "resumed" : "already", task };
    },

    async cancelTask({ task_id }) {
      const cancelled = await cancelTask(db, task_id);
      if (cancelled) {
        bus.tell({ kind: "task", task_id, head: cancelled.head });
        bus.tell({ kind: "cancel", task_id });
      }
      const task = await queries.getTask({ task_id });
      return task && { outcome: cancelled ? "cancelled" : "already", task };
    },

    async removeTask({ task_id }) {
      const [removed] = await removeLogs(db, oneEnded(task_id));
      if (removed !== undefined) {
        bus.tell({ kind: "gone", task_id });
        return "removed";
      }
      const task = await queries.getTask({ task_id });
      return task && (task.gone ? "already" : "running");
    },

    async removeExpired({ older_than_ms, limit }) {
      const removed = await removeLogs(db, longEnded(older_than_ms, limit));
      for (const task_id of removed) bus.tell({ kind: "gone", task_id });
      return removed.length;
    },

    async reviewTask(input) {
      const reviewed = await reviewTask(db, input);
      if (reviewed.outcome !== "resolved") return reviewed;
      bus.tell({ kind: "task", task_id: input.task_id, head: reviewed.head });
      bus.tell({ kind: "step" });
      return { outcome: reviewed.outcome };
    },
  };
}

/** Later tasks on a roadmap. */
const followVerbs = (
  db: Database,
  bus: Bus,
  record: (row: TaskRow) => TaskRecord,
): Pick<TaskStore, "followTask" | "followLeft"> => ({
  async followTask(input) {
    const row = await followTask(db, input);
    bus.tell({ kind: "step" });
    return record(row!);
  },

  async followLeft(input) {
    const row = await followTask(db, input);
    if (row) bus.tell({ kind: "step" });
    return row && record(row);
  },
});

const taskQueries = (db: Database, record: (row: TaskRow) => TaskRecord): Queries => ({
  ...gatheredReads(db, record),

  async findByKey({ user_id, key }) {
    const { rows } = await sql<TaskRow & { body_hash: string }>`
      select body_hash, ${TASK_COLUMNS_OF_T} from idempotency_key k join task t on t.task_id = k.task_id
      where k.user_id = ${user_id} and k.key = ${key} and k.created_at >= now() - interval '24 hours'`.execute(db);
    const [row] = rows;
    if (!row) return null;
    const { body_hash, ...task } = row;
    return { body_hash, task: record(task) };
  },

  async listTasks({ user_id, limit }) {
    const { rows } = await sql<TaskRow>`
      select ${TASK_COLUMNS} from task where user_id = ${user_id} and gone_at is null
      order by created_at desc, task_id limit ${limit}`.execute(db);
    return rows.map(record);
  },
});
