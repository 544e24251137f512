import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What a later task was asked for; null for first tasks, and for those from before this was kept. */
export const askedFor: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table task add column about jsonb`.execute(db);
  },
};
