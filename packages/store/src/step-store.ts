import type { Completion, Failure, LeaseOutcome, TaskStore } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Bus } from "./bus.ts";
import { claimSteps } from "./claim-steps.ts";
import type { Database } from "./database.ts";
import { settleStep } from "./settle-step.ts";
import { sweepLeases } from "./sweep-leases.ts";

type StepVerbs = Pick<
  TaskStore,
  "registerWorker" | "claimSteps" | "renewLeases" | "appendEvents" | "completeStep" | "failStep" | "yieldStep" | "sweepLeases"
>;

/** The steps of tasks; each commit wakes those who wait for it. */
export function createStepStore(db: Database, bus: Bus): StepVerbs {
  async function settle(what: Completion | Failure): Promise<LeaseOutcome> {
    const settled = await settleStep(db, what);
    if (!settled) return "lost";
    const { task_id } = what.lease;
    if (what.events.length > 0 || what.settled) bus.tell({ kind: "task", task_id, head: settled.head });
    if (what.next.length > 0 || "retry_in_ms" in what) bus.tell({ kind: "step" });
    return "ok";
  }

  return {
    registerWorker: () => bus.registerWorker(),
    claimSteps: (input) => claimSteps(db, input),

    async renewLeases({ worker_id, tokens, lease_ms }) {
      const { rows } = await sql<{ token: number }>`
        update step set lease_expires_at = now() + ${lease_ms}::int * interval '1 ms'
        where worker_id = ${worker_id} and status = 'running' and token = any(${tokens}::bigint[])
        returning token
      `.execute(db);
      return rows.map((r) => r.token);
    },

    async appendEvents({ events, ...guard }) {
      const appended = await appendEvents(db, guard, events);
      if (appended) bus.tell({ kind: "task", task_id: guard.lease.task_id, head: appended.head });
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
