import { realpath, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { readPasswords } from "./cluster-password.ts";
import { clusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";
import { takeOwnerLock } from "./owner-lock.ts";
import { probe } from "./probe.ts";
import { stopPostmaster } from "./stop-postmaster.ts";

const RETRY_MS = 250;
/** 60 × 250 ms = 15 s: a server that still recovers cannot be asked who it is. */
const MAX_PROBES = 60;

/**
 * Ends the cluster of a data directory whose owner was killed; does nothing when none runs. Throws
 * `data_dir_in_use` when an owner lives.
 */
export async function stopEmbeddedCluster(dataDir: string): Promise<void> {
  if (!(await hasCluster(dataDir))) return;
  const site = clusterSite(await realpath(dataDir));
  const { superuser } = await readPasswords(site.password_file);
  for (let probes = 0; probes < MAX_PROBES; probes += 1) {
    const found = await probe(site, superuser);
    if (found.state === "down") return;
    if (found.state === "ready") {
      try {
        await takeOwnerLock(found.admin, { pid: process.pid, addresses: "stopping" }, site.data_dir);
        return await stopPostmaster(site, found.pid, found.admin);
      } finally {
        await found.admin.end().catch(() => undefined);
      }
    }
    await delay(RETRY_MS);
  }
}

async function hasCluster(dataDir: string): Promise<boolean> {
  try {
    await stat(clusterSite(dataDir).password_file);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
