import { BENCH_USER, type BenchStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Bus } from "./bus.ts";
import type { Database } from "./database.ts";

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

  return {
    async appendUnchecked({ events }) {
      const ids = events.map((e) => e.task_id);
      if (!(await makeUnknown(ids))) return "foreign";
      const { rows } = await sql<{ task_id: string; head: number }>`
        with given as (select * from unnest(${ids}::text[], ${events.map((e) => e.body)}::text[]) with ordinality as g (task_id, body, n)),
        locked as (select task_id, head from task where task_id = any(${ids}::text[]) and gone_at is null order by task_id for update),
        numbered as (
          select g.task_id, g.body, locked.head + row_number() over (partition by g.task_id order by g.n) as seq
          from given g join locked using (task_id)
        ),
        logged as (
          insert into task_event (task_id, seq, at, body)
          select task_id, seq, date_trunc('milliseconds', clock_timestamp()), body from numbered
        )
        update task set head = task.head + counted.n, updated_at = now()
        from (select task_id, count(*) as n from numbered group by 1) counted where task.task_id = counted.task_id
        returning task.task_id, task.head`.execute(db);
      for (const { task_id, head } of rows) bus.tell({ kind: "task", task_id, head });
      return "ok";
    },
  };
}
