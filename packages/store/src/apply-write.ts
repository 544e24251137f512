import type { Write } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Stores what a step leaves behind. Writing the same again changes nothing: keys are stable, so a repeated step is harmless. */
export async function applyWrite(db: Database, task_id: string, write: Write): Promise<void> {
  switch (write.kind) {
    case "roadmap":
      await sql`
        insert into roadmap (roadmap_id, user_id, task_id, version, body)
        select roadmap_id, user_id, task_id, ${write.roadmap.version}, ${JSON.stringify(write.roadmap)}::jsonb
        from task where task_id = ${task_id}
        on conflict (roadmap_id) do update set version = excluded.version, body = excluded.body
      `.execute(db);
      return;
    case "content":
      await saveContent(db, task_id, { ...write, status: "ready", reason: null });
      return;
    case "content_failed":
      await saveContent(db, task_id, { ...write, status: "failed", body: null });
  }
}

interface ContentRow {
  readonly concept_id: string;
  readonly content: string;
  readonly status: string;
  readonly body: unknown;
  readonly reason: string | null;
}

const saveContent = (db: Database, task_id: string, row: ContentRow) =>
  sql`
    insert into content (roadmap_id, concept_id, kind, status, body, reason)
    select roadmap_id, ${row.concept_id}, ${row.content}, ${row.status}, ${JSON.stringify(row.body)}::jsonb, ${row.reason}
    from task where task_id = ${task_id}
    on conflict (roadmap_id, concept_id, kind) do update
      set status = excluded.status, body = excluded.body, reason = excluded.reason
  `.execute(db);
