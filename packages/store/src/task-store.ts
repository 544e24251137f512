import type { CreateTaskResult, NewTask, StepRequest, StoredEvent, TaskRecord, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Bus } from "./bus.ts";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";
import { TASK_COLUMNS, taskRecord, type TaskRow } from "./task-row.ts";

type TaskVerbs = Pick<
  TaskStore,
  "createTask" | "retryTask" | "getTask" | "listTasks" | "readEvents" | "readHeads" | "cancelTask" | "reviewTask"
>;

/** Tasks and their logs. */
export function createTaskStore(db: Database, bus: Bus, identity: string): TaskVerbs {
  const record = (row: TaskRow): TaskRecord => taskRecord(row, identity);

  return {
    async createTask(input) {
      const result = await db.transaction().execute((tx) => create(tx, input, record));
      if (result.outcome === "created") bus.tell({ kind: "step" });
      return result;
    },

    async retryTask(input) {
      const task = await db.transaction().execute(async (tx) => {
        await sql`select 1 from task where task_id = ${input.task.root_task_id} for update`.execute(tx);
        const running = await sql<TaskRow>`
          select ${TASK_COLUMNS} from task where root_task_id = ${input.task.root_task_id}
            and status not in ('completed', 'failed', 'cancelled')`.execute(tx);
        if (running.rows[0]) return record(running.rows[0]);
        return record(await insertRetry(tx, input));
      });
      bus.tell({ kind: "step" });
      return task;
    },

    async getTask({ task_id }) {
      const { rows } = await sql<TaskRow>`select ${TASK_COLUMNS} from task where task_id = ${task_id}`.execute(db);
      return rows[0] ? record(rows[0]) : null;
    },

    async listTasks({ user_id, limit }) {
      const { rows } = await sql<TaskRow>`
        select ${TASK_COLUMNS} from task where user_id = ${user_id} order by created_at desc, task_id limit ${limit}`.execute(db);
      return rows.map(record);
    },

    async readEvents({ task_id, after, limit }): Promise<StoredEvent[]> {
      const { rows } = await sql<{ seq: number; at: Date; body: string }>`
        select seq, at, body from task_event where task_id = ${task_id} and seq > ${after} order by seq limit ${limit}`.execute(
        db,
      );
      return rows.map((r) => ({ ...r, at: r.at.toISOString() }));
    },

    async readHeads({ task_ids }) {
      const { rows } = await sql<{ task_id: string; head: number }>`
        select task_id, head from task where task_id = any(${task_ids}::text[])`.execute(db);
      return rows;
    },

    async cancelTask({ task_id }) {
      const head = await db.transaction().execute(async (tx) => {
        const told = await appendEvents(tx, { task_id }, [{ type: "cancelled", final: true }]);
        if (told) await closeSteps(tx, task_id);
        return told?.head ?? null;
      });
      if (head !== null) {
        bus.tell({ kind: "task", task_id, head });
        bus.tell({ kind: "cancel", task_id });
      }
      const task = await this.getTask({ task_id });
      return task && { outcome: head === null ? "already" : "cancelled", task };
    },

    async reviewTask({ task_id, decision, events, next }) {
      const result = await db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ path: string; input: StepRequest["input"]; version: number }>`
          select s.path, s.input, r.version from task t join step s using (task_id) join roadmap r using (roadmap_id)
          where t.task_id = ${task_id} and t.status = 'waiting_for_review' and s.status = 'waiting' for update of t, s`.execute(
          tx,
        );
        const waiting = rows[0];
        if (!waiting) return { outcome: "not_waiting" as const };
        if (waiting.version !== decision.version) return { outcome: "version_conflict" as const };
        const told = await appendEvents(tx, { task_id }, events);
        await sql`update step set status = 'done' where task_id = ${task_id} and path = ${waiting.path}`.execute(tx);
        await insertSteps(tx, task_id, next(waiting));
        return { outcome: "resolved" as const, head: told?.head ?? 0 };
      });
      if (result.outcome !== "resolved") return result;
      bus.tell({ kind: "task", task_id, head: result.head });
      bus.tell({ kind: "step" });
      return { outcome: result.outcome };
    },
  };
}

async function create(tx: Database, input: NewTask, record: (row: TaskRow) => TaskRecord): Promise<CreateTaskResult> {
  const { idempotency } = input;
  if (idempotency) {
    const before = await reserveKey(tx, input, idempotency);
    if (before && before.body_hash !== idempotency.body_hash) return { outcome: "key_reused" };
    if (before) {
      const { rows } = await sql<TaskRow>`select ${TASK_COLUMNS} from task where task_id = ${before.task_id}`.execute(tx);
      return { outcome: "replayed", task: record(rows[0]!) };
    }
  }
  const { rows } = await sql<TaskRow>`
    insert into task (task_id, user_id, root_task_id, roadmap_id, epoch, goal)
    values (${input.task_id}, ${input.user_id}, ${input.task_id}, ${input.roadmap_id}, ${input.epoch}, ${JSON.stringify(input.goal)}::jsonb)
    returning ${TASK_COLUMNS}`.execute(tx);
  await insertSteps(tx, input.task_id, input.steps);
  return { outcome: "created", task: record(rows[0]!) };
}

/** Keys are kept for 24 hours (API.md). Returns what the key stood for before, or null when it is now this task's. */
async function reserveKey(tx: Database, input: NewTask, { key, body_hash }: NonNullable<NewTask["idempotency"]>) {
  await sql`
    delete from idempotency_key
    where user_id = ${input.user_id} and key = ${key} and created_at < now() - interval '24 hours'`.execute(tx);
  const inserted = await sql<{ key: string }>`
    insert into idempotency_key (user_id, key, body_hash, task_id) values (${input.user_id}, ${key}, ${body_hash}, ${input.task_id})
    on conflict do nothing returning key`.execute(tx);
  if (inserted.rows.length > 0) return null;
  const { rows } = await sql<{ body_hash: string; task_id: string }>`
    select body_hash, task_id from idempotency_key where user_id = ${input.user_id} and key = ${key}`.execute(tx);
  return rows[0] ?? null;
}

async function insertRetry(tx: Database, input: Parameters<TaskStore["retryTask"]>[0]): Promise<TaskRow> {
  const { task } = input;
  const { rows } = await sql<TaskRow>`
    insert into task (task_id, user_id, root_task_id, retry_of, roadmap_id, epoch, goal)
    values (${input.task_id}, ${task.user_id}, ${task.root_task_id}, ${task.task_id}, ${task.roadmap_id}, ${input.epoch},
      ${JSON.stringify(task.goal)}::jsonb)
    returning ${TASK_COLUMNS}`.execute(tx);
  await insertSteps(tx, input.task_id, input.steps);
  return rows[0]!;
}

const closeSteps = (tx: Database, task_id: string) =>
  sql`
    update step set status = 'cancelled', token = null, lease_expires_at = null
    where task_id = ${task_id} and status in ('ready', 'running', 'waiting')`.execute(tx);
