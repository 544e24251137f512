import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { usageOf } from "./spending.ts";

/**
 * Ends a task in any state with `cancelled` and closes its open steps; null when it had ended before (LG8). Calls in flight are cut off
 * and may have been billed: they are counted before the log ends (PL5).
 */
export const cancelTask = (db: Database, task_id: string): Promise<{ head: number } | null> =>
  db.transaction().execute(async (tx) => {
    const cut = await sql`
      with open as (
        select task_id from task where task_id = ${task_id} and status not in ('completed', 'failed', 'cancelled') for update
      )
      update model_call set status = 'lost', ended_at = now()
      from open where model_call.task_id = open.task_id and model_call.status = 'running' returning call_id`.execute(tx);
    const usage = cut.rows.length === 0 ? null : await usageOf(tx, sql`c.task_id = ${task_id}`);
    const told = await appendEvents(tx, { task_id }, [
      ...(usage ? [{ type: "usage", usage } as const] : []),
      { type: "cancelled", final: true },
    ]);
    if (!told) return null;
    await sql`
      update step set status = 'cancelled', token = null, lease_expires_at = null
      where task_id = ${task_id} and status in ('ready', 'running', 'waiting')`.execute(tx);
    return told;
  });
