import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How models are best asked for JSON, so that a restart need not pay to find it out again. */
export const modelModes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table model_mode (
        key text primary key,
        mode text not null,
        found_at timestamptz not null default now()
      )`.execute(db);
  },
};
