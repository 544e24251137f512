import { stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { ClusterError } from "./cluster-error.ts";
import type { ClusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";
import type { ReadyServer } from "./probe.ts";
import { processAlive } from "./process-alive.ts";
import { removeSocketDirectory } from "./socket-directory.ts";

const POLL_MS = 20;
/** 1,000 × 20 ms = 20 s for a fast shutdown with its last checkpoint on a slow disk. */
const FAST_POLLS = 1_000;
/** 250 × 20 ms = 5 s for an immediate one, which writes nothing; the next start recovers from the log. */
const IMMEDIATE_POLLS = 250;

/**
 * Ends the server: SIGINT (fast shutdown), after 20 s SIGQUIT. The connection with
 * the owner lock is kept, so that nobody takes over before the server refuses everyone. Throws `stop_failed` when nothing helps.
 */
export async function stopPostmaster(site: ClusterSite, server: Omit<ReadyServer, "state">): Promise<void> {
  const { pid, admin, socket_dir } = server;
  await signalPostmaster(site, pid, "SIGINT");
  if (!(await gone(pid, FAST_POLLS))) {
    await signalPostmaster(site, pid, "SIGQUIT");
    if (!(await gone(pid, IMMEDIATE_POLLS))) {
      throw new ClusterError("stop_failed", `PostgreSQL (process ${pid}) in ${site.data_dir} does not stop.`);
    }
  }
  await admin.end().catch(() => undefined);
  await removeSocketDirectory(site, socket_dir);
}

/** As root a signal reaches any process: it goes only to one that belongs to the cluster's owner. */
async function signalPostmaster(site: ClusterSite, pid: number, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const owner = (await stat(site.data)).uid;
  const processOwner = await stat(`/proc/${pid}`).then(
    (found) => found.uid,
    () => owner,
  );
  if (processOwner !== owner) return;
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errorCode(error) !== "ESRCH") throw error;
  }
}

async function gone(pid: number, polls: number): Promise<boolean> {
  for (let poll = 0; poll < polls; poll += 1) {
    if (!(await processAlive(pid))) return true;
    await delay(POLL_MS);
  }
  return false;
}
