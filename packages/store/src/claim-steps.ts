import type { ClaimedStep } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

interface ClaimedRow extends Pick<ClaimedStep, "name" | "input" | "input_hash" | "attempt" | "failures"> {
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

/**
 * Hands out ready steps, each to one worker, with the attempt's row written before the work begins (PL2).
 *
 * The tasks take turns, a task with many ready steps as one with few; a paused task has none.
 */
export async function claimSteps(
  db: Database,
  { worker_id, limit, lease_ms }: { worker_id: number; limit: number; lease_ms: number },
): Promise<ClaimedStep[]> {
  const { rows } = await sql<ClaimedRow>`
    with busy as (select task_id, count(*) as running from step where status = 'running' group by task_id),
    turns as (
      select s.task_id, s.path, s.run_after, s.place,
        row_number() over (partition by s.task_id order by s.run_after, s.place) + coalesce(busy.running, 0) as turn
      from step s join task t on t.task_id = s.task_id left join busy on busy.task_id = s.task_id
      where s.status = 'ready' and s.run_after <= now() and t.paused is null
    ),
    chosen as (
      select s.task_id, s.path from step s join turns on turns.task_id = s.task_id and turns.path = s.path
      where s.status = 'ready' and turns.turn <= ${PER_TASK}
      order by turns.turn, turns.run_after, turns.place limit ${limit} for update of s skip locked
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
      t.root_task_id, t.user_id, t.roadmap_id, t.goal, j.output, j.root_task_id is not null as journalled,
      (select count(*)::int from attempt a where a.task_id = c.task_id and a.path = c.path and a.outcome = 'failed') as failures
    from claimed c join task t using (task_id)
    left join journal j on j.root_task_id = t.root_task_id and j.path = c.path and j.input_hash = c.input_hash
    order by c.run_after, c.place
  `.execute(db);
  return rows.map(claimedStep);
}

const claimedStep = (r: ClaimedRow): ClaimedStep => ({
  lease: { task_id: r.task_id, path: r.path, token: r.token },
  name: r.name,
  input: r.input,
  input_hash: r.input_hash,
  attempt: r.attempt,
  failures: r.failures,
  journalled: r.journalled ? { output: r.output } : null,
  task: { task_id: r.task_id, root_task_id: r.root_task_id, user_id: r.user_id, roadmap_id: r.roadmap_id, goal: r.goal },
});
