import type { AccountStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** People, sessions and tickets. */
export function createAccountStore(db: Database): AccountStore {
  return {
    async createGuest({ user_id, token_hash }) {
      await sql`
        with made as (insert into account (user_id) values (${user_id}) returning user_id)
        insert into session (token_hash, user_id) select ${token_hash}, user_id from made`.execute(db);
    },

    async findSession({ token_hash }) {
      const { rows } = await sql<{ user_id: string }>`select user_id from session where token_hash = ${token_hash}`.execute(db);
      return rows[0] ?? null;
    },

    async saveTicket({ ticket_hash, task_id, user_id, lifetime_ms }) {
      const { rows } = await sql<{ expires_at: Date }>`
        with swept as (delete from ticket where expires_at < now())
        insert into ticket (ticket_hash, task_id, user_id, expires_at)
        values (${ticket_hash}, ${task_id}, ${user_id}, now() + ${lifetime_ms}::int * interval '1 ms') returning expires_at`.execute(
        db,
      );
      return { expires_at: rows[0]!.expires_at.toISOString() };
    },

    async takeTicket({ ticket_hash, task_id }) {
      const { rows } = await sql<{ user_id: string }>`
        delete from ticket where ticket_hash = ${ticket_hash} and task_id = ${task_id} and expires_at > now()
        returning user_id`.execute(db);
      return rows[0] ?? null;
    },
  };
}
