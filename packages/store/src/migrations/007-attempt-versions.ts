import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  `alter table quiz_attempt add column version integer`,
  // attempts from before versions were kept are at the first
  `update quiz_attempt a set version = coalesce((
    select max(v.version) from (
      select version, updated_at as since from content c
      where c.roadmap_id = a.roadmap_id and c.concept_id = a.concept_id and c.kind = 'quiz'
      union all
      select version, created_at from content_version c
      where c.roadmap_id = a.roadmap_id and c.concept_id = a.concept_id and c.kind = 'quiz'
    ) v where v.since <= a.at
  ), 1)`,
  `alter table quiz_attempt alter column version set not null`,
];

/** Which version of a quiz an attempt answered: a quiz that was written anew has other questions under the same ids. */
export const attemptVersions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
