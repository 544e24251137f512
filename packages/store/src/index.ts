export type { Connection } from "./database.ts";
export { ClusterError, startEmbeddedCluster, stopEmbeddedCluster } from "./embedded/index.ts";
export { DatabaseUnreachable, openStore } from "./open-store.ts";
