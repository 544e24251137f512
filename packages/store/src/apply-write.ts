import type { Write } from "@wayfinder/engine";
import { sql } from "kysely";
import { saveBody, saveFailure } from "./content-store.ts";
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
    case "content": {
      const { concept_id, content: kind, body } = write;
      await saveBody(db, { roadmap_id: await roadmapOf(db, task_id), concept_id, kind }, { body, task_id });
      return;
    }
    case "content_failed": {
      const { concept_id, content: kind, reason } = write;
      await saveFailure(db, { roadmap_id: await roadmapOf(db, task_id), concept_id, kind }, reason);
      return;
    }
    case "change":
      await sql`
        insert into roadmap_change (change_id, roadmap_id, task_id, request, base_version, patch, summary)
        values (${write.change_id}, ${await roadmapOf(db, task_id)}, ${task_id}, ${write.request}, ${write.base_version},
          ${JSON.stringify(write.patch)}::jsonb, ${write.summary})
        on conflict do nothing`.execute(db);
  }
}

async function roadmapOf(db: Database, task_id: string): Promise<string> {
  const { rows } = await sql<{ roadmap_id: string }>`select roadmap_id from task where task_id = ${task_id}`.execute(db);
  return rows[0]!.roadmap_id;
}
