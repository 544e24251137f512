import { randomUUID } from "node:crypto";
import type { Store } from "@wayfinder/engine";
import { openStore, startEmbeddedCluster, type Connection } from "@wayfinder/store";
import type { Logger } from "pino";
import type { Config } from "./config.ts";

/** The store with whatever runs below it. */
export interface OpenedStore {
  readonly store: Store;
  /** Closes the store, then stops the embedded database if it is ours. */
  close(): Promise<void>;
}

/** Opens the database of the configuration: the given PostgreSQL, or the embedded one in DATA_DIR. `onLost`: the embedded one is gone for good. */
export async function openDatabase(config: Config, log: Logger, onLost: () => void): Promise<OpenedStore> {
  const onError = (error: unknown) => log.warn({ err: error }, "the database connection broke; it is made again");
  const origin = randomUUID();
  if (config.database_url !== undefined) {
    const direct = config.database_direct_url;
    const store = await openStore({
      connection: { url: config.database_url },
      ...(direct === undefined ? {} : { direct: { url: direct } }),
      origin,
      onError,
    });
    return { store, close: () => store.close() };
  }
  // the launcher's pid is the one to stop: it would start this process again
  const launcher = process.send ? `, started by pid ${process.ppid}` : "";
  const addresses = `${config.public_web_url}, http://localhost:${config.api_port}${launcher}`;
  const cluster = await startEmbeddedCluster({
    data_dir: config.data_dir,
    addresses,
    log: (message) => log.info(message),
    on_lost: (error) => {
      log.fatal({ err: error }, "the database is gone");
      onLost();
    },
  });
  const connection: Connection = cluster.connection;
  const store = await openStore({ connection, origin, onError });
  return {
    store,
    async close() {
      await store.close();
      await cluster.stop();
    },
  };
}
