import type { ContentRecord, ContentVersion, Json, RoadmapStore } from "@wayfinder/engine";
import type { ContentKind, FailedUnit } from "@wayfinder/protocol";
import { sql } from "kysely";
import type { Database } from "./database.ts";

type ContentVerbs = Pick<RoadmapStore, "listContent" | "listFailedUnits" | "listContentVersions" | "restoreContent">;

/** Whether the concept of a unit `f` is in its roadmap `r`: what failed of one that an edit took away is nobody's failure any more. */
const IS_IN_ROADMAP = sql`jsonb_path_exists(
  r.body, '$.stages[*].modules[*].concepts[*] ? (@.concept_id == $id)', jsonb_build_object('id', f.concept_id))`;

/** Units that failed of the roadmaps as they are, one row each; a condition on `f` may follow. */
export const FAILED_UNITS = sql`
  select f.roadmap_id, f.concept_id || '/' || f.kind as unit, f.concept_id, coalesce(f.reason, '') as reason
  from content f join roadmap r using (roadmap_id) where f.status = 'failed' and ${IS_IN_ROADMAP}`;

/** The content of roadmaps with every version it has had. */
export function createContentStore(db: Database): ContentVerbs {
  return {
    async listContent({ roadmap_id, concept_id = null }: { roadmap_id: string; concept_id?: string | null }) {
      const { rows } = await sql<ContentRecord>`
        select concept_id, kind, status, case when ${concept_id}::text is null then null else body end as body, reason,
          case when body is null then 0 else version end as version
        from content f
        where roadmap_id = ${roadmap_id} and (${concept_id}::text is null or concept_id = ${concept_id})
          and (status = 'ready' or exists (select 1 from roadmap r where r.roadmap_id = f.roadmap_id and ${IS_IN_ROADMAP}))`.execute(
        db,
      );
      return rows;
    },

    async listFailedUnits({ roadmap_ids }) {
      const { rows } = await sql<FailedUnit & { roadmap_id: string }>`
        ${FAILED_UNITS} and f.roadmap_id = any(${roadmap_ids}::text[]) order by f.concept_id, f.kind`.execute(db);
      return rows;
    },

    async listContentVersions({ roadmap_id, concept_id, kind }) {
      const { rows } = await sql<Omit<ContentVersion, "created_at"> & { created_at: Date }>`
        select version, body, task_id, updated_at as created_at from content
        where roadmap_id = ${roadmap_id} and concept_id = ${concept_id} and kind = ${kind} and body is not null
        union all
        select version, body, task_id, created_at from content_version
        where roadmap_id = ${roadmap_id} and concept_id = ${concept_id} and kind = ${kind}
        order by version desc`.execute(db);
      return rows.map((row) => ({ ...row, created_at: row.created_at.toISOString() }));
    },

    restoreContent: ({ version, ...unit }) =>
      db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ body: Json; task_id: string | null }>`
          select body, task_id from content_version
          where roadmap_id = ${unit.roadmap_id} and concept_id = ${unit.concept_id} and kind = ${unit.kind} and version = ${version}`.execute(
          tx,
        );
        return rows[0] ? saveBody(tx, unit, rows[0]) : null;
      }),
  };
}

/** A content unit: a kind of content of a concept of a roadmap. */
export interface Unit {
  readonly roadmap_id: string;
  readonly concept_id: string;
  readonly kind: ContentKind;
}

/** Makes a body the unit's newest version and keeps the one before, also of several at once; the same body again changes nothing. */
export async function saveBody(
  tx: Database,
  unit: Unit,
  now: { body: Json; task_id: string | null },
): Promise<{ version: number }> {
  const { roadmap_id, concept_id, kind } = unit;
  const body = JSON.stringify(now.body);
  const isUnit = sql`roadmap_id = ${roadmap_id} and concept_id = ${concept_id} and kind = ${kind}`;
  const first = await sql<{ version: number }>`
    insert into content (roadmap_id, concept_id, kind, status, body, task_id)
    values (${roadmap_id}, ${concept_id}, ${kind}, 'ready', ${body}::jsonb, ${now.task_id})
    on conflict do nothing returning version`.execute(tx);
  if (first.rows[0]) return first.rows[0];
  // what is kept is the row as it is once it is locked: nobody puts another body between the copy and the update
  await sql`
    with before as (select * from content where ${isUnit} for update)
    insert into content_version (roadmap_id, concept_id, kind, version, body, task_id, created_at)
    select roadmap_id, concept_id, kind, version, body, task_id, updated_at from before
    where body is not null and body <> ${body}::jsonb`.execute(tx);
  const { rows } = await sql<{ version: number }>`
    update content set status = 'ready', reason = null, body = ${body}::jsonb,
      version = case when body is null or body = ${body}::jsonb then version else version + 1 end,
      task_id = case when body = ${body}::jsonb then task_id else ${now.task_id} end,
      updated_at = case when body = ${body}::jsonb then updated_at else now() end
    where ${isUnit} returning version`.execute(tx);
  return rows[0]!;
}

/** A unit that could not be made; content that is there stays as it is, a new try at it changes nothing when it fails. */
export async function saveFailure(tx: Database, { roadmap_id, concept_id, kind }: Unit, reason: string): Promise<void> {
  await sql`
    insert into content (roadmap_id, concept_id, kind, status, reason)
    values (${roadmap_id}, ${concept_id}, ${kind}, 'failed', ${reason})
    on conflict (roadmap_id, concept_id, kind) do update set status = 'failed', reason = excluded.reason
    where content.status <> 'ready'`.execute(tx);
}
