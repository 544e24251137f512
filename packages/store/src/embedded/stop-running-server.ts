import { setTimeout as delay } from "node:timers/promises";
import { ClusterError } from "./cluster-error.ts";
import type { ClusterSite } from "./cluster-site.ts";
import { namedProcess } from "./named-process.ts";
import { takeOwnerLock } from "./owner-lock.ts";
import { probe } from "./probe.ts";
import { stopPostmaster } from "./stop-postmaster.ts";

const RETRY_MS = 250;
/** 60 × 250 ms = 15 s: a server that still starts or recovers cannot be asked who it is. */
const MAX_PROBES = 60;

/** Ends the server that runs on the cluster, if any, after taking the owner lock. */
export async function stopRunningServer(site: ClusterSite, password: string): Promise<void> {
  for (let probes = 0; probes < MAX_PROBES; probes += 1) {
    const found = await probe(site, password);
    if (found.state === "ready") {
      try {
        await takeOwnerLock(found.admin, { pid: process.pid, addresses: "stopping" }, site.data_dir);
        return await stopPostmaster(site, found);
      } finally {
        await found.admin.end().catch(() => undefined);
      }
    }
    // A server in the first milliseconds of its start has a process but no socket yet.
    if (found.state === "down" && (await namedProcess(site.data))?.serves !== "perhaps") return;
    await delay(RETRY_MS);
  }
  throw new ClusterError("stop_failed", `The server in ${site.data_dir} starts or stops without an end.`);
}
