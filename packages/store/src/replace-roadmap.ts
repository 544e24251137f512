import type { Replaced, RoadmapStore } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { followUnderLock } from "./follow-task.ts";

type Input = Parameters<RoadmapStore["replaceRoadmap"]>[0];

/** Steps that write a roadmap, by name; a proposed change of words has the editor's name too, and writes none. */
const isWriting = (roadmap_id: string) => sql<{ busy: boolean }>`
  select exists (
    select 1 from step s join task t using (task_id)
    where t.roadmap_id = ${roadmap_id} and t.kind in ('generate', 'retry')
      and s.name in ('structure_validation', 'roadmap_edit') and s.status in ('ready', 'running')
  ) as busy`;

interface Done {
  readonly outcome: "replaced";
  /** The tasks that were told. */
  readonly heads: readonly { readonly task_id: string; readonly head: number }[];
  /** The later task. */
  readonly task_id: string | null;
}

/**
 * The next version of a roadmap, if it still is at the expected one; else why not.
 *
 * Open tasks, and the root of a later one, are locked first and in the order of their ids, as whoever writes a roadmap from a step holds
 * its task.
 */
export const replaceRoadmap = (db: Database, { roadmap_id, expected, roadmap, events, change, follow }: Input) =>
  db.transaction().execute(async (tx): Promise<Done | Exclude<Replaced, { outcome: "replaced" }>> => {
    const locked = await sql<{ task_id: string; is_open: boolean }>`
      select task_id, status not in ('completed', 'failed', 'cancelled') as is_open from task
      where roadmap_id = ${roadmap_id} and status not in ('completed', 'failed', 'cancelled')
        or task_id = ${follow?.task.root_task_id ?? null}
      order by task_id for update`.execute(tx);
    // under the tasks' locks, so that no such step is made or ends meanwhile
    if ((await isWriting(roadmap_id).execute(tx)).rows[0]?.busy) return { outcome: "busy" };
    if (change && !(await isDecidable(tx, change))) return { outcome: "version_conflict" };
    const { rows } = await sql<{ roadmap_id: string }>`
      update roadmap set version = ${roadmap.version}, body = ${JSON.stringify(roadmap)}::jsonb
      where roadmap_id = ${roadmap_id} and version = ${expected} returning roadmap_id`.execute(tx);
    if (rows.length === 0) return { outcome: "version_conflict" };
    if (change) await saveChange(tx, roadmap, change);
    const heads: { task_id: string; head: number }[] = [];
    for (const { task_id, is_open } of locked.rows) {
      const told = is_open && events.length > 0 ? await appendEvents(tx, { task_id }, events) : null;
      if (told) heads.push({ task_id, head: told.head });
    }
    const later = follow ? await followUnderLock(tx, follow) : null;
    return { outcome: "replaced", heads, task_id: later?.task_id ?? null };
  });

type ChangeInput = NonNullable<Input["change"]>;

/**
 * Whether a change still is where this decision finds it: proposed before it is applied, applied before it is undone.
 * An edit by hand is new, and applied at once.
 */
async function isDecidable(tx: Database, { change_id, status }: ChangeInput): Promise<boolean> {
  const { rows } = await sql<{ status: string }>`
    select status from roadmap_change where change_id = ${change_id} for update`.execute(tx);
  const before = rows[0]?.status;
  return status === "undone" ? before === "applied" : before === undefined || before === "proposed";
}

const saveChange = (tx: Database, { roadmap_id, version }: Input["roadmap"], change: ChangeInput) =>
  sql`
    insert into roadmap_change (change_id, roadmap_id, task_id, request, base_version, patch, summary, status, inverse, applied_version)
    values (${change.change_id}, ${roadmap_id}, ${change.task_id}, ${change.request}, ${change.base_version},
      ${JSON.stringify(change.patch)}::jsonb, ${change.summary}, ${change.status},
      ${change.inverse && JSON.stringify(change.inverse)}::jsonb, ${version})
    on conflict (change_id) do update
      set status = excluded.status, inverse = excluded.inverse, applied_version = excluded.applied_version
  `.execute(tx);
