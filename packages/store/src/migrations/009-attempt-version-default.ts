import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Processes of the version before 007 run on until they are replaced, and name no version of a quiz: theirs counts as the first. */
export const attemptVersionDefault: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table quiz_attempt alter column version set default 1`.execute(db);
  },
};
