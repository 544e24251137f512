import type { Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { firstLight } from "./migrations/001-first-light.ts";
import { goneTasks } from "./migrations/002-gone-tasks.ts";
import { models } from "./migrations/003-models.ts";
import { modelModes } from "./migrations/004-model-modes.ts";
import { askedFor } from "./migrations/005-asked-for.ts";
import { payers } from "./migrations/006-payers.ts";
import { attemptVersions } from "./migrations/007-attempt-versions.ts";
import { superseded } from "./migrations/008-superseded.ts";
import { attemptVersionDefault } from "./migrations/009-attempt-version-default.ts";

const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-first-light": firstLight,
  "002-gone-tasks": goneTasks,
  "003-models": models,
  "004-model-modes": modelModes,
  "005-asked-for": askedFor,
  "006-payers": payers,
  "007-attempt-versions": attemptVersions,
  "008-superseded": superseded,
  "009-attempt-version-default": attemptVersionDefault,
};

/** Brings the schema to the newest version; forward only. Several starters at once are in order: the migrator takes a lock. */
export async function migrate(db: Kysely<unknown>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw new Error("The database's schema could not be brought up to date.", { cause: error });
}
