import type { StoredEvent, TaskRecord, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { gather } from "./gather.ts";
import { TASK_COLUMNS, type TaskRow } from "./task-row.ts";

/** Reads of no more events than this are gathered; a longer page is a query of its own. */
const SHORT = 16;

type Reads = Pick<TaskStore, "getTask" | "readEvents" | "readHeads">;
type Range = Parameters<TaskStore["readEvents"]>[0];

interface EventRow {
  readonly seq: number;
  readonly at: Date;
  readonly body: string;
}

/**
 * What watchers ask when they come: those of one turn share a query each, however many tasks they watch. A storm of watchers needs
 * one connection then, not all. Every answer is read after it was asked for.
 */
export function gatheredReads(db: Database, record: (row: TaskRow) => TaskRecord): Reads {
  const task = gather((ids: readonly string[]) => all(readTasks(db, ids, record)));
  const range = gather((ranges: readonly Range[]) => all(readRanges(db, ranges)));
  const heads = gather((asked: readonly (readonly string[])[]) => all(readHeads(db, asked)));
  return {
    getTask: ({ task_id }) => task(task_id),
    readEvents: (asked) => (asked.limit <= SHORT ? range(asked) : readRange(db, asked)),
    readHeads: async ({ task_ids }) => [...(await heads(task_ids))],
  };
}

const all = async <R>(answers: Promise<readonly R[]>): Promise<PromiseFulfilledResult<R>[]> =>
  (await answers).map((value) => ({ status: "fulfilled", value }));

async function readTasks(
  db: Database,
  ids: readonly string[],
  record: (row: TaskRow) => TaskRecord,
): Promise<(TaskRecord | null)[]> {
  const { rows } = await sql<TaskRow>`select ${TASK_COLUMNS} from task where task_id = any(${[...new Set(ids)]}::text[])`.execute(
    db,
  );
  const records = new Map(rows.map((row) => [row.task_id, record(row)]));
  return ids.map((id) => records.get(id) ?? null);
}

async function readHeads(db: Database, asked: readonly (readonly string[])[]): Promise<{ task_id: string; head: number }[][]> {
  const { rows } = await sql<{ task_id: string; head: number }>`
    select task_id, head from task where task_id = any(${[...new Set(asked.flat())]}::text[])`.execute(db);
  const heads = new Map(rows.map((row) => [row.task_id, row]));
  return asked.map((ids) => ids.flatMap((id) => heads.get(id) ?? []));
}

/**
 * Numbers have no gaps, so the end of a page is known: without it PostgreSQL, until it has gathered statistics of a new long log, sorts
 * all the rest of the log for each page.
 */
async function readRange(db: Database, { task_id, after, limit }: Range): Promise<StoredEvent[]> {
  const { rows } = await sql<EventRow>`
    select seq, at, body from task_event
    where task_id = ${task_id} and seq > ${after} and seq <= ${after + limit} order by seq`.execute(db);
  return rows.map(storedEvent);
}

async function readRanges(db: Database, ranges: readonly Range[]): Promise<StoredEvent[][]> {
  const [only] = ranges;
  if (only && ranges.length === 1) return [await readRange(db, only)];
  const { rows } = await sql<EventRow & { n: number }>`
    select a.n, e.seq, e.at, e.body
    from unnest(${ranges.map((r) => r.task_id)}::text[], ${ranges.map((r) => r.after)}::bigint[], ${ranges.map((r) => r.limit)}::int[])
      with ordinality as a (task_id, after, most, n),
    lateral (select seq, at, body from task_event where task_id = a.task_id and seq > a.after and seq <= a.after + a.most) e
    order by a.n, e.seq`.execute(db);
  const events = ranges.map((): StoredEvent[] => []);
  for (const row of rows) events[row.n - 1]!.push(storedEvent(row));
  return events;
}

const storedEvent = ({ seq, at, body }: EventRow): StoredEvent => ({ seq, at: at.toISOString(), body });
