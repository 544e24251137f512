import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * When a task's log was removed; what is left of its row is the tombstone (LG10).
 *
 * No index: an index over a column that an append changes would cost each append its in-page update.
 */
export const goneTasks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table task add column gone_at timestamptz`.execute(db);
  },
};
