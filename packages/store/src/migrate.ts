import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { firstLight } from "./migrations/001-first-light.ts";

/** Brings the schema to the newest version; forward only. Several starters at once are in order: the migrator takes a lock. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ "001-first-light": firstLight }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("The database's schema could not be brought up to date.", { cause: error });
}
