import type { ModelSettingsRecord, SettingsStore } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** What people set for themselves. */
export function createSettingsStore(db: Database): SettingsStore {
  return {
    async getModelSettings({ user_id }) {
      const { rows } = await sql<Omit<ModelSettingsRecord, "updated_at"> & { updated_at: Date }>`
        select provider, model, roles, sealed_key, updated_at from model_settings where user_id = ${user_id}`.execute(db);
      return rows[0] ? { ...rows[0], updated_at: rows[0].updated_at.toISOString() } : null;
    },

    async saveModelSettings({ user_id, settings }) {
      const { provider, model, roles, sealed_key } = settings;
      await sql`
        insert into model_settings (user_id, provider, model, roles, sealed_key)
        values (${user_id}, ${provider}, ${model}, ${JSON.stringify(roles)}::jsonb, ${sealed_key})
        on conflict (user_id) do update set provider = excluded.provider, model = excluded.model, roles = excluded.roles,
          sealed_key = excluded.sealed_key, updated_at = now()`.execute(db);
    },

    async getModelMode({ key }) {
      const { rows } = await sql<{ mode: string }>`
        select mode from model_mode where key = ${key} and found_at > now() - interval '30 days'`.execute(db);
      return rows[0]?.mode ?? null;
    },

    async saveModelMode({ key, mode }) {
      await sql`
        insert into model_mode (key, mode) values (${key}, ${mode})
        on conflict (key) do update set mode = excluded.mode, found_at = now()`.execute(db);
    },

    async deleteModelSettings({ user_id }) {
      await sql`delete from model_settings where user_id = ${user_id}`.execute(db);
    },
  };
}
