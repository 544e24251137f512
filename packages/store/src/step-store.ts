import type { ClaimedStep, Completion, Failure, LeaseOutcome, Lease } from "@wayfinder/engine";
import type { EventBody } from "@wayfinder/protocol";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import { applyWrite } from "./apply-write.ts";
import { WORKER_LOCK, type Bus } from "./bus.ts";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";

interface ClaimedRow extends Omit<ClaimedStep, "lease" | "journalled" | "task"> {
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

/** The steps of tasks: claim, renew, append, complete, fail, sweep. */
export function createStepStore(db: Database, bus: Bus) {
  return {
    registerWorker: () => bus.registerWorker(),

    async claimSteps({
      worker_id,
      limit,
      lease_ms,
    }: {
      worker_id: number;
      limit: number;
      lease_ms: number;
    }): Promise<ClaimedStep[]> {
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
    },

    async renewLeases({ worker_id, tokens, lease_ms }: { worker_id: number; tokens: readonly number[]; lease_ms: number }) {
      const { rows } = await sql<{ token: number }>`
        update step set lease_expires_at = now() + ${lease_ms}::int * interval '1 ms'
        where worker_id = ${worker_id} and status = 'running' and token = any(${tokens}::bigint[])
        returning token
      `.execute(db);
      return rows.map((r) => r.token);
    },

    async appendEvents(input: { lease: Lease; from: number; events: readonly EventBody[] }): Promise<LeaseOutcome> {
      const appended = await appendEvents(db, input, input.events);
      if (appended) bus.tell({ kind: "task", task_id: input.lease.task_id, head: appended.head });
      return appended ? "ok" : "lost";
    },

    completeStep: (c: Completion) =>
      settle(db, bus, c, { status: "done", outcome: "completed", message: null, retry_in_ms: null }),

    failStep(f: Failure) {
      const status = f.retry_in_ms === null ? "failed" : "ready";
      return settle(db, bus, f, { status, outcome: "failed", message: f.message, retry_in_ms: f.retry_in_ms });
    },

    /** One sweeper at a time: the transaction's advisory lock; whoever finds it held leaves the work to its holder. */
    async sweepLeases(): Promise<number> {
      const { rows } = await sql<{ task_id: string }>`
        with sweeper as (select pg_try_advisory_xact_lock(${SWEEPER_LOCK}) as mine),
        freed as (
          update step set status = 'ready', token = null, lease_expires_at = null
          from sweeper where sweeper.mine and step.status = 'running' and (
            step.lease_expires_at < now() or not exists (
              select 1 from pg_locks l where l.locktype = 'advisory' and l.objsubid = 2
                and l.classid = ${WORKER_LOCK}::bigint::oid and l.objid = step.worker_id::oid
                and l.database = (select oid from pg_database where datname = current_database())
            )
          )
          returning step.task_id, step.path, step.attempt
        ),
        ended as (
          update attempt set ended_at = now(), outcome = 'lost' from freed
          where attempt.task_id = freed.task_id and attempt.path = freed.path and attempt.attempt = freed.attempt
        )
        select task_id from freed
      `.execute(db);
      if (rows.length > 0) bus.tell({ kind: "step" });
      return rows.length;
    },
  };
}

/** Key of the sweeper's advisory lock; any number no other part uses. */
const SWEEPER_LOCK = 7_702;

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

interface Ending {
  readonly status: "done" | "failed" | "ready";
  readonly outcome: "completed" | "failed";
  readonly message: string | null;
  readonly retry_in_ms: number | null;
}

/** Ends an attempt: its events, the step's new status, the journal, what it wrote and what comes next, in one commit. */
async function settle(db: Database, bus: Bus, what: Completion | Failure, ending: Ending): Promise<LeaseOutcome> {
  const { lease } = what;
  const appended = await db.transaction().execute(async (tx) => {
    const told = await appendEvents(tx, { lease, from: null }, what.events);
    if (!told) return null;
    await sql`
      with ended as (
        update step set status = ${ending.status}, token = null, lease_expires_at = null,
          run_after = now() + ${ending.retry_in_ms ?? 0}::int * interval '1 ms'
        where task_id = ${lease.task_id} and path = ${lease.path} returning task_id, path, attempt
      )
      update attempt set ended_at = now(), outcome = ${ending.outcome}, message = ${ending.message}
      from ended where attempt.task_id = ended.task_id and attempt.path = ended.path and attempt.attempt = ended.attempt
    `.execute(tx);
    if ("output" in what) await journal(tx, what);
    for (const write of what.writes) await applyWrite(tx, lease.task_id, write);
    await insertSteps(tx, lease.task_id, what.next);
    return told;
  });
  if (!appended) return "lost";
  if (what.events.length > 0) bus.tell({ kind: "task", task_id: lease.task_id, head: appended.head });
  if (what.next.length > 0 || ending.status === "ready") bus.tell({ kind: "step" });
  return "ok";
}

const journal = (tx: Database, { lease, input_hash, output }: Completion) =>
  sql`
    insert into journal (root_task_id, path, input_hash, output)
    select root_task_id, ${lease.path}, ${input_hash}, ${JSON.stringify(output)}::jsonb from task where task_id = ${lease.task_id}
    on conflict do nothing
  `.execute(tx);
