import type { ClaimedStep } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

interface ClaimedRow extends Pick<ClaimedStep, "name" | "input" | "input_hash" | "attempt" | "failed_units"> {
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

/** Hands out ready steps, each to one worker, with the attempt's row written before the work begins (PL2). */
export async function claimSteps(
  db: Database,
  { worker_id, limit, lease_ms }: { worker_id: number; limit: number; lease_ms: number },
): Promise<ClaimedStep[]> {
  const { rows } = await sql<ClaimedRow>`
    with chosen as (
      select task_id, path from step where status = 'ready' and run_after <= now()
      order by run_after limit ${limit} for update skip locked
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
      coalesce((
        select jsonb_agg(jsonb_build_object('unit', f.concept_id || '/' || f.kind, 'concept_id', f.concept_id, 'reason', f.reason))
        from content f where f.roadmap_id = t.roadmap_id and f.status = 'failed'
      ), '[]') as failed_units
    from claimed c join task t using (task_id)
    left join journal j on j.root_task_id = t.root_task_id and j.path = c.path and j.input_hash = c.input_hash
  `.execute(db);
  return rows.map(claimedStep);
}

const claimedStep = (r: ClaimedRow): ClaimedStep => ({
  lease: { task_id: r.task_id, path: r.path, token: r.token },
  name: r.name,
  input: r.input,
  input_hash: r.input_hash,
  attempt: r.attempt,
  journalled: r.journalled ? { output: r.output } : null,
  failed_units: r.failed_units,
  task: { task_id: r.task_id, root_task_id: r.root_task_id, user_id: r.user_id, roadmap_id: r.roadmap_id, goal: r.goal },
});
