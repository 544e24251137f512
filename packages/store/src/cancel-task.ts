import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";

/** Ends a task in any state with `cancelled` and closes its open steps; null when it had ended before (LG8). */
export const cancelTask = (db: Database, task_id: string): Promise<{ head: number } | null> =>
  db.transaction().execute(async (tx) => {
    const told = await appendEvents(tx, { task_id }, [{ type: "cancelled", final: true }]);
    if (!told) return null;
    await sql`
      update step set status = 'cancelled', token = null, lease_expires_at = null
      where task_id = ${task_id} and status in ('ready', 'running', 'waiting')`.execute(tx);
    return told;
  });
