import { BENCH_USER, type BenchStore } from "@wayfinder/engine";
import { sql } from "kysely";
import pg from "pg";
import { appended } from "./append-events.ts";
import type { Bus } from "./bus.ts";
import type { Database } from "./database.ts";
import { gather } from "./gather.ts";

const GOAL = {
  goal: "bench",
  level: "beginner",
  hours_per_week: 1,
  language: "en",
  review: false,
  starts_on: "2026-01-01",
  source: "catalogue",
};

/** Appends of a measurement: durable and numbered like any, but of any shape and by no step. */
export function createBenchStore(db: Database, bus: Bus): BenchStore {
  const known = new Set<string>();

  async function makeUnknown(task_ids: readonly string[]): Promise<boolean> {
    const unknown = [...new Set(task_ids)].filter((id) => !known.has(id));
    if (unknown.length === 0) return true;
    await sql`insert into account (user_id) values (${BENCH_USER}) on conflict do nothing`.execute(db);
    const { rows } = await sql<{ task_id: string }>`
      select task_id from task where task_id = any(${unknown}::text[]) and user_id <> ${BENCH_USER}`.execute(db);
    if (rows.length > 0) return false;
    await sql`
      insert into task (task_id, user_id, root_task_id, roadmap_id, epoch, status, goal)
      select id, ${BENCH_USER}, id, id, 'bench', 'running', ${JSON.stringify(GOAL)}::jsonb from unnest(${unknown}::text[]) id
      on conflict do nothing`.execute(db);
    for (const id of unknown) known.add(id);
    return true;
  }

  const append = gather<Events, "ok">((asked) => appendTogether(db, bus, asked));

  return {
    async appendUnchecked({ events }) {
      return (await makeUnknown(events.map((e) => e.task_id))) ? append(events) : "foreign";
    },
  };
}

type Events = readonly { readonly task_id: string; readonly body: string }[];

/** All of a round in one statement; where the database refuses that, each in one of its own. */
async function appendTogether(db: Database, bus: Bus, asked: readonly Events[]): Promise<PromiseSettledResult<"ok">[]> {
  try {
    await appendAll(db, bus, asked.flat());
    return asked.map(() => ({ status: "fulfilled", value: "ok" }));
  } catch (error) {
    if (asked.length === 1 || !(error instanceof pg.DatabaseError)) throw error;
    return Promise.allSettled(asked.map((events) => appendAll(db, bus, events)));
  }
}

async function appendAll(db: Database, bus: Bus, events: Events): Promise<"ok"> {
  const bodies = new Map<string, string[]>();
  for (const { task_id, body } of events) {
    const of = bodies.get(task_id);
    if (of) of.push(body);
    else bodies.set(task_id, [body]);
  }
  const { rows } = await sql<{ task_id: string; head: number; at: Date }>`
    with given as (
      select * from unnest(${events.map((e) => e.task_id)}::text[], ${events.map((e) => e.body)}::text[])
        with ordinality as g (task_id, body, n)
    ),
    locked as (
      select task_id, head from task where task_id = any(${[...bodies.keys()]}::text[]) and gone_at is null
      order by task_id collate "C" for update
    ),
    numbered as (
      select g.task_id, g.body, locked.head + row_number() over (partition by g.task_id order by g.n) as seq
      from given g join locked using (task_id)
    ),
    counted as materialized (
      select task_id, max(seq) as head, date_trunc('milliseconds', clock_timestamp()) as at from numbered group by task_id
    ),
    logged as (
      insert into task_event (task_id, seq, at, body)
      select task_id, numbered.seq, counted.at, numbered.body from numbered join counted using (task_id)
    )
    update task set head = counted.head, updated_at = now()
    from counted where task.task_id = counted.task_id
    returning task.task_id, task.head, counted.at`.execute(db);
  for (const { task_id, head, at } of rows) bus.tellAppended(task_id, appended(head, at, bodies.get(task_id)!));
  return "ok";
}
