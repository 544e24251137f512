export type { Connection } from "./database.ts";
export { ClusterError, startEmbeddedCluster, stopEmbeddedCluster } from "./embedded/index.ts";
export { openStore, type OpenStoreOptions } from "./open-store.ts";
