import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Which task took a task's place, with a correction of what was understood; it is not to be run beside that one. */
export const superseded: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table task add column superseded_by text`.execute(db);
  },
};
