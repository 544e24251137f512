import { realpath, stat } from "node:fs/promises";
import { readPasswords } from "./cluster-password.ts";
import { clusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";
import { stopRunningServer } from "./stop-running-server.ts";

/**
 * Ends the cluster of a data directory whose owner was killed; does nothing when none runs. Throws
 * `data_dir_in_use` when an owner lives, `stop_failed` when the server cannot be ended.
 */
export async function stopEmbeddedCluster(dataDir: string): Promise<void> {
  if (!(await hasCluster(dataDir))) return;
  const site = clusterSite(await realpath(dataDir));
  const { superuser } = await readPasswords(site.password_file);
  await stopRunningServer(site, superuser);
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
