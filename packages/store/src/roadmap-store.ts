import type { RoadmapRecord, RoadmapStore } from "@wayfinder/engine";
import type { QuizResult } from "@wayfinder/protocol";
import { sql } from "kysely";
import { createContentStore } from "./content-store.ts";
import type { Database } from "./database.ts";

interface RoadmapRow extends Omit<RoadmapRecord, "created_at" | "roadmap"> {
  readonly body: RoadmapRecord["roadmap"];
  readonly created_at: Date;
}

const record = ({ body, created_at, ...row }: RoadmapRow): RoadmapRecord => ({
  ...row,
  roadmap: body,
  created_at: created_at.toISOString(),
});

const COLUMNS = sql`roadmap_id, user_id, task_id, body, created_at`;

type ChangeVerbs = "replaceRoadmap" | "getChange" | "listChanges" | "rejectChange";

/** Finished roadmaps, their content and the learners' quiz attempts. */
export function createRoadmapStore(db: Database): Omit<RoadmapStore, ChangeVerbs> {
  return {
    async getRoadmap({ roadmap_id }) {
      const { rows } = await sql<RoadmapRow>`select ${COLUMNS} from roadmap where roadmap_id = ${roadmap_id}`.execute(db);
      return rows[0] ? record(rows[0]) : null;
    },

    async listRoadmaps({ user_id, limit }) {
      const { rows } = await sql<RoadmapRow>`
        select ${COLUMNS} from roadmap where user_id = ${user_id} order by created_at desc, roadmap_id limit ${limit}`.execute(
        db,
      );
      return rows.map(record);
    },

    ...createContentStore(db),

    async saveQuizAttempt({ roadmap_id, concept_id, user_id, version, ...result }) {
      await sql`
        insert into quiz_attempt (roadmap_id, concept_id, item_id, user_id, version, result)
        values (${roadmap_id}, ${concept_id}, ${result.item_id}, ${user_id}, ${version}, ${JSON.stringify(result)}::jsonb)`.execute(
        db,
      );
    },

    async listQuizAttempts({ roadmap_id, concept_id, user_id, version }) {
      const { rows } = await sql<{ result: QuizResult }>`
        select distinct on (item_id) result from quiz_attempt
        where roadmap_id = ${roadmap_id} and concept_id = ${concept_id} and user_id = ${user_id} and version = ${version}
        order by item_id, attempt_id desc`.execute(db);
      return rows.map(({ result }) => result);
    },
  };
}
