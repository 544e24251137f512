import type { Store } from "@wayfinder/engine";
import { sql } from "kysely";
import type pg from "pg";
import { createAccountStore } from "./account-store.ts";
import { createBenchStore } from "./bench-store.ts";
import { Bus } from "./bus.ts";
import { createCallStore } from "./call-store.ts";
import { createChangeStore } from "./change-store.ts";
import { DatabaseIdentity } from "./database-identity.ts";
import { openDatabase, openPool, type Connection, type Database } from "./database.ts";
import { notifyOthers } from "./listeners.ts";
import { migrate } from "./migrate.ts";
import { createOperationStore } from "./operation-store.ts";
import { createRoadmapStore } from "./roadmap-store.ts";
import { createSettingsStore } from "./settings-store.ts";
import { createStepStore } from "./step-store.ts";
import { createTaskStore } from "./task-store.ts";

export interface OpenStoreOptions {
  readonly connection: Connection;
  /** For LISTEN where `connection` leads through a pooler; the same connection by default. */
  readonly direct?: Connection;
  /** Names this process among those on the database. */
  readonly origin: string;
  /** Told of errors outside any call: an idle connection that broke, a notification that could not be sent. */
  readonly onError: (error: unknown) => void;
}

/** Opens the Store port over a PostgreSQL, its schema brought up to date. Rejects when the database cannot be reached. */
export async function openStore({ connection, direct = connection, origin, onError }: OpenStoreOptions): Promise<Store> {
  let bus: Bus | null = null;
  const identity = new DatabaseIdentity(() => bus?.tellHere({ kind: "history" }));
  const look = (client: pg.ClientBase) => identity.look(client);
  const pool = openPool(connection, onError, look);
  const db = openDatabase(pool);
  try {
    await reach(db);
    await migrate(db);
    const notify = (payloads: readonly string[], backend: number | null) => notifyOthers(db, payloads, backend);
    const opened = (bus = await Bus.open({ connection: direct, notify, origin, onError, look }));
    return {
      ...createTaskStore(db, opened, identity),
      ...createStepStore(db, opened),
      ...createCallStore(db, opened),
      ...createRoadmapStore(db),
      ...createChangeStore(db, opened),
      ...createSettingsStore(db),
      ...createAccountStore(db),
      ...createBenchStore(db, opened),
      ...createOperationStore(db, pool),
      ping: async () => void (await sql`select 1`.execute(db)),
      identity: () => identity.value,
      onWakeUp: (listener) => opened.onWakeUp(listener),
      onCommitted: (listener) => opened.onCommitted(listener),
      async close() {
        await opened.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}

/** The database cannot be reached with what was given; `cause` says why. */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

async function reach(db: Database): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (cause) {
    const why =
      cause instanceof Error && cause.message !== "" ? cause.message : String((cause as { code?: string }).code ?? cause);
    throw new DatabaseUnreachable(`The database cannot be reached: ${why}`, { cause });
  }
}
