import type { Pause } from "@wayfinder/protocol";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { pauseEvent } from "./pause-event.ts";

/**
 * Pauses an open task, or with null resumes it; null when it has ended, or is so already. Whoever resumes may have set a key or paid
 * a bill meanwhile: failures that stood are tried again.
 */
export const pauseTask = (db: Database, task_id: string, pause: Pause | null): Promise<{ head: number } | null> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ step: string | null; percent: number }>`
      update task set paused = ${pause && JSON.stringify(pause)}::jsonb
      where task_id = ${task_id} and status not in ('completed', 'failed', 'cancelled')
        and (paused is null) = ${pause !== null}::boolean
      returning step, percent`.execute(tx);
    if (rows[0] && pause === null)
      await sql`update model_call set standing = null where task_id = ${task_id} and standing is not null`.execute(tx);
    return rows[0] ? appendEvents(tx, { task_id }, [pauseEvent(rows[0], pause)]) : null;
  });
