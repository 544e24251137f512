import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  // of calls from before nobody knows any more; they count as the server's for the rest of their day
  `alter table model_call add column own_key boolean not null default false, add column standing text,
    alter column root_task_id drop not null, alter column task_id drop not null, alter column token drop not null,
    alter column user_id drop not null`,
  `create index model_call_standing on model_call (task_id) where standing is not null`,
  `create index model_call_probes on model_call (started_at) where task_id is null`,
];

/** Whose key paid for a call, which failures stand, and calls outside any task: the probes of models. */
export const payers: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
