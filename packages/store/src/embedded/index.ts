export { ClusterError } from "./cluster-error.ts";
export { startEmbeddedCluster, type EmbeddedCluster, type EmbeddedClusterOptions } from "./embedded-cluster.ts";
export { stopEmbeddedCluster } from "./stop-embedded-cluster.ts";
