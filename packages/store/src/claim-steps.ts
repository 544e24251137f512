import type { ClaimRequest, ClaimedStep, HandedStep } from "@wayfinder/engine";
import { sql, type RawBuilder } from "kysely";
import type { Database } from "./database.ts";

interface ClaimedRow extends Pick<HandedStep, "is_quiet" | "name" | "input" | "input_hash" | "attempt" | "failures"> {
  readonly task_id: string;
  readonly path: string;
  readonly token: number;
  readonly output: ClaimedStep["input"];
  readonly journalled: boolean;
  readonly root_task_id: string;
  readonly user_id: string;
  readonly roadmap_id: string;
  readonly goal: ClaimedStep["task"]["goal"];
}

/** Steps of one task that run at once (ROADMAP, "Pipeline"); workers that claim in the same instant may pass it by a few. */
const PER_TASK = 8;
/** Steps that call a model which one worker runs for one person: three tasks' worth, and a task's worth of its 32 is left to others. */
const PER_PERSON = 24;

/**
 * Hands out ready steps, each to one worker, with the attempt's row written before the work begins (PL2).
 *
 * People take turns, one with many tasks as one with a single one, and so do the tasks of each; a paused task has none. What calls
 * nobody goes first, as it is over at once.
 */
export async function claimSteps(db: Database, input: ClaimRequest): Promise<HandedStep[]> {
  // most claims find nothing, and looking is a twentieth of the price of planning what follows
  const ready = await sql`select 1 from step where status = 'ready' and run_after <= now() limit 1`.execute(db);
  if (ready.rows.length === 0) return [];
  const { worker_id, lease_ms, limit, calling_limit = limit, calling = {} } = input;
  const { rows } = await sql<ClaimedRow>`
    with busy as materialized (select task_id, count(*) as running from step where status = 'running' group by task_id),
    turns as materialized (
      select s.task_id, s.path, s.run_after, s.place, t.user_id, ${IS_QUIET} as quiet,
        row_number() over (partition by s.task_id order by s.run_after, s.place) + coalesce(busy.running, 0) as turn
      from step s join task t on t.task_id = s.task_id left join busy on busy.task_id = s.task_id
      where s.status = 'ready' and s.run_after <= now() and t.paused is null
    ),
    queue as materialized (
      select task_id, path, quiet, run_after, place,
        row_number() over (partition by user_id, quiet order by turn, run_after, place)
          + case when quiet then 0 else coalesce((${JSON.stringify(calling)}::jsonb ->> user_id)::int, 0) end as turn
      from turns where turn <= ${PER_TASK}
    ),
    chosen as (
      select * from (
        (${locked(sql`quiet`)}) union all (${locked(sql`not quiet and turn <= ${PER_PERSON}`)} limit ${calling_limit})
      ) kinds limit ${limit}
    ),
    claimed as (
      update step set status = 'running', token = nextval('lease_token'), worker_id = ${worker_id}, attempt = step.attempt + 1,
        appended = 0, lease_expires_at = now() + ${lease_ms}::int * interval '1 ms'
      from chosen where step.task_id = chosen.task_id and step.path = chosen.path
      returning step.*
    ),
    tried as (
      insert into attempt (task_id, path, attempt, worker_id) select task_id, path, attempt, worker_id from claimed
    )
    select c.task_id, c.path, c.token, c.name, c.input, c.input_hash, c.attempt,
      t.root_task_id, t.user_id, t.roadmap_id, t.goal, ${IS_QUIET} as is_quiet, j.output, j.root_task_id is not null as journalled,
      (select count(*)::int from attempt a where a.task_id = c.task_id and a.path = c.path and a.outcome = 'failed') as failures
    from claimed c join task t using (task_id)
    left join journal j on j.root_task_id = t.root_task_id and j.path = c.path and j.input_hash = c.input_hash
    order by c.run_after, c.place
  `.execute(db);
  return rows.map(claimedStep);
}

/** Whether a step of the task `t` calls nobody. */
const IS_QUIET = sql`(t.kind = 'generate' and t.goal ->> 'source' = 'catalogue')`;

/** Steps of the queue, the first first, locked one after the other as long as more are wanted; each is found by its key, however many there are. */
const locked = (which: RawBuilder<unknown>) => sql`
  select s.task_id, s.path from (select task_id, path from queue where ${which} order by turn, run_after, place) q,
    lateral (
      select task_id, path from step where task_id = q.task_id and path = q.path and status = 'ready' for update skip locked
    ) s`;

const claimedStep = (r: ClaimedRow): HandedStep => ({
  lease: { task_id: r.task_id, path: r.path, token: r.token },
  name: r.name,
  input: r.input,
  input_hash: r.input_hash,
  attempt: r.attempt,
  failures: r.failures,
  journalled: r.journalled ? { output: r.output } : null,
  is_quiet: r.is_quiet,
  task: { task_id: r.task_id, root_task_id: r.root_task_id, user_id: r.user_id, roadmap_id: r.roadmap_id, goal: r.goal },
});
