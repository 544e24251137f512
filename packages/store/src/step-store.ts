import type { Completion, Failure, LeaseOutcome, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents, type Appended } from "./append-events.ts";
import type { Bus } from "./bus.ts";
import { claimSteps } from "./claim-steps.ts";
import type { Database } from "./database.ts";
import { createGroupCommit, IN_LOCK_ORDER } from "./group-commit.ts";
import { settleStep } from "./settle-step.ts";
import { sweepLeases } from "./sweep-leases.ts";

type StepVerbs = Pick<
  TaskStore,
  "registerWorker" | "claimSteps" | "renewLeases" | "appendEvents" | "completeStep" | "failStep" | "yieldStep" | "sweepLeases"
>;

/** The steps of tasks; each commit wakes those who wait for it. Appends and settlements of one turn share a commit (LG9). */
export function createStepStore(db: Database, bus: Bus): StepVerbs {
  const commit = createGroupCommit<Appended | null>(db);

  async function settle(what: Completion | Failure): Promise<LeaseOutcome> {
    const { lease } = what;
    const settled = await commit({ lease, isOneStatement: false, run: (tx) => settleStep(tx, what) });
    if (!settled) return "lost";
    if (settled.events.length > 0) bus.tellAppended(lease.task_id, settled);
    if (what.next.length > 0 || "retry_in_ms" in what) bus.tell({ kind: "step" });
    return "ok";
  }

  return {
    registerWorker: () => bus.registerWorker(),
    claimSteps: (input) => claimSteps(db, input),

    async renewLeases({ worker_id, tokens, lease_ms }) {
      const { rows } = await sql<{ token: number }>`
        with mine as (
          select task_id, path from step
          where worker_id = ${worker_id} and status = 'running' and token = any(${tokens}::bigint[])
          ${IN_LOCK_ORDER}
        )
        update step set lease_expires_at = now() + ${lease_ms}::int * interval '1 ms'
        from mine where step.task_id = mine.task_id and step.path = mine.path
        returning step.token
      `.execute(db);
      return rows.map((r) => r.token);
    },

    async appendEvents({ events, ...guard }) {
      const { lease } = guard;
      const appended = await commit({ lease, isOneStatement: true, run: (tx) => appendEvents(tx, guard, events) });
      if (appended) bus.tellAppended(lease.task_id, appended);
      return appended ? "ok" : "lost";
    },

    completeStep: settle,
    failStep: settle,

    async yieldStep({ lease }) {
      const { rows } = await sql<{ path: string }>`
        with given_back as (
          update step set status = 'ready', token = null, lease_expires_at = null, attempt = attempt - 1
          where task_id = ${lease.task_id} and path = ${lease.path} and token = ${lease.token}::bigint and status = 'running'
          returning task_id, path, attempt + 1 as attempt
        )
        delete from attempt a using given_back g
        where a.task_id = g.task_id and a.path = g.path and a.attempt = g.attempt returning a.path`.execute(db);
      return rows.length > 0 ? "ok" : "lost";
    },

    async sweepLeases() {
      const freed = await sweepLeases(db);
      if (freed > 0) bus.tell({ kind: "step" });
      return freed;
    },
  };
}
