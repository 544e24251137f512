import type { ChangeRecord, RoadmapStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Bus } from "./bus.ts";
import type { Database } from "./database.ts";
import { replaceRoadmap } from "./replace-roadmap.ts";

type ChangeVerbs = Pick<RoadmapStore, "replaceRoadmap" | "getChange" | "listChanges" | "rejectChange">;
type Row = Omit<ChangeRecord, "created_at"> & { readonly created_at: Date };

const COLUMNS = sql`
  change_id, roadmap_id, task_id, request, base_version, patch, summary, status, inverse, applied_version, created_at`;
const record = (row: Row): ChangeRecord => ({ ...row, created_at: row.created_at.toISOString() });

/** Changes of finished roadmaps: proposed by steps, decided on by people. */
export function createChangeStore(db: Database, bus: Bus): ChangeVerbs {
  return {
    async replaceRoadmap(input) {
      const replaced = await replaceRoadmap(db, input);
      if (replaced.outcome !== "replaced") return replaced;
      const { outcome, heads, task_id } = replaced;
      for (const told of heads) bus.tell({ kind: "task", ...told });
      if (task_id !== null) bus.tell({ kind: "step" });
      return { outcome, task_id };
    },

    async getChange({ change_id }) {
      const { rows } = await sql<Row>`select ${COLUMNS} from roadmap_change where change_id = ${change_id}`.execute(db);
      return rows[0] ? record(rows[0]) : null;
    },

    async listChanges({ roadmap_id }) {
      const { rows } = await sql<Row>`
        select ${COLUMNS} from roadmap_change where roadmap_id = ${roadmap_id} order by created_at desc, change_id`.execute(db);
      return rows.map(record);
    },

    async rejectChange({ change_id }) {
      const { rows } = await sql<{ change_id: string }>`
        update roadmap_change set status = 'rejected' where change_id = ${change_id} and status = 'proposed'
        returning change_id`.execute(db);
      return rows.length > 0 ? "rejected" : "not_proposed";
    },
  };
}
