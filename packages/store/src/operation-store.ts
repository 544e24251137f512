import type { OperationStore, WorkCounts } from "@wayfinder/engine";
import { TaskStatus } from "@wayfinder/protocol";
import { sql } from "kysely";
import type { Pool } from "pg";
import type { Database } from "./database.ts";
import { spentByPayer } from "./spending.ts";

/** Counts for those who run the server. */
export function createOperationStore(db: Database, pool: Pool): OperationStore {
  return {
    async countWork() {
      const { rows } = await sql<{ what: "task" | "step"; status: string; n: number }>`
        select 'task' as what, status, count(*) as n from task group by status
        union all
        select 'step', status, count(*) from step where status = 'ready' and run_after <= now() group by status
        union all
        select 'step', status, count(*) from step where status = 'running' group by status`.execute(db);
      const of = (what: string, status: string) => rows.find((r) => r.what === what && r.status === status)?.n ?? 0;
      return {
        tasks: Object.fromEntries(TaskStatus.options.map((status) => [status, of("task", status)])) as WorkCounts["tasks"],
        steps: { ready: of("step", "ready"), running: of("step", "running") },
      };
    },
    countSpending: () => spentByPayer(db),
    poolUse: () => ({ busy: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  };
}
