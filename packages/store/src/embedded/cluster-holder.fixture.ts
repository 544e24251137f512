// A process that holds a cluster, for tests that kill it or run it as another user:
// `node cluster-holder.fixture.ts '{"data_dir": …, "addresses": …, "as": {"uid": …, "gid": …}}'`.
// It writes one line of JSON when it has the cluster or the error, and stops the cluster when its standard input ends.
import { ClusterError, startEmbeddedCluster, type EmbeddedClusterOptions } from "./index.ts";

interface HolderRequest extends EmbeddedClusterOptions {
  as?: { uid: number; gid: number };
}

const request: HolderRequest = JSON.parse(process.argv[2] ?? "{}");
if (request.as !== undefined) {
  // Here and not in `spawn`: this file may lie where the other user cannot read it.
  process.setgroups?.([request.as.gid]);
  process.setgid?.(request.as.gid);
  process.setuid?.(request.as.uid);
}
try {
  const cluster = await startEmbeddedCluster(request);
  process.stdin.once("end", () => void cluster.stop().then(() => process.exit()));
  process.stdin.resume();
  const { connection, adopted, postmaster_pid } = cluster;
  process.stdout.write(`${JSON.stringify({ connection, adopted, postmaster_pid })}\n`);
} catch (error) {
  const code = error instanceof ClusterError ? error.code : "unknown";
  process.stdout.write(`${JSON.stringify({ error: { code, message: String(error) } })}\n`);
  process.exit(1);
}
