import type { RoadmapStore } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";

type Input = Parameters<RoadmapStore["replaceRoadmap"]>[0];

/**
 * The next version of a roadmap, if it still is at the expected one; null if not.
 *
 * Open tasks are locked first and in the order of their ids, as whoever writes a roadmap from a step holds its task. They are told; their heads.
 */
export const replaceRoadmap = (db: Database, { roadmap_id, expected, roadmap, events, change }: Input) =>
  db.transaction().execute(async (tx): Promise<{ task_id: string; head: number }[] | null> => {
    const open = await sql<{ task_id: string }>`
      select task_id from task where roadmap_id = ${roadmap_id} and status not in ('completed', 'failed', 'cancelled')
      order by task_id for update`.execute(tx);
    const { rows } = await sql<{ roadmap_id: string }>`
      update roadmap set version = ${roadmap.version}, body = ${JSON.stringify(roadmap)}::jsonb
      where roadmap_id = ${roadmap_id} and version = ${expected} returning roadmap_id`.execute(tx);
    if (rows.length === 0) return null;
    if (change)
      await sql`
        update roadmap_change set status = ${change.status}, inverse = ${change.inverse && JSON.stringify(change.inverse)}::jsonb,
          applied_version = ${roadmap.version}
        where change_id = ${change.change_id}`.execute(tx);
    const heads: { task_id: string; head: number }[] = [];
    for (const { task_id } of open.rows) {
      const told = events.length > 0 ? await appendEvents(tx, { task_id }, events) : null;
      if (told) heads.push({ task_id, head: told.head });
    }
    return heads;
  });
