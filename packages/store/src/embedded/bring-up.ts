import { setTimeout as delay } from "node:timers/promises";
import { ClusterError } from "./cluster-error.ts";
import { logTail, rotateLog } from "./postmaster-log.ts";
import { spawnPostmaster, type Postmaster, type PostmasterRequest } from "./postmaster.ts";
import { makeSocketDirectory } from "./socket-directory.ts";
import { probe, type ReadyServer } from "./probe.ts";

/** What it takes to get the cluster running. */
export interface BringUpRequest extends PostmasterRequest {
  password: string;
  /** How long starts may fail before this gives up, in milliseconds; 20 s when absent. */
  start_patience_ms?: number;
  signal?: AbortSignal;
}

/** A running cluster: adopted when somebody else had started its server. */
interface BroughtUp {
  server: ReadyServer;
  adopted: boolean;
}

/** After a kill PostgreSQL refuses the cluster for 1–2 s, until the last child of the old server is gone. */
const RETRY_MS = 250;
/** At least the 15 s that the children of a killed server may take to let go on a slow disk. */
const START_PATIENCE_MS = 20_000;
/** Start to ready is about 30 ms. */
const POLL_MS = 20;
/** 15,000 × 20 ms = 5 min: recovery after a crash replays at most 256 MB of log. */
const MAX_POLLS = 15_000;

/** Adopts the server that runs on the cluster, else starts one. Throws `start_failed` with the end of the log. */
export async function bringUp(request: BringUpRequest): Promise<BroughtUp> {
  let child: Postmaster | undefined;
  const giveUpAt = performance.now() + (request.start_patience_ms ?? START_PATIENCE_MS);
  let polls = 0;
  try {
    for (;;) {
      request.signal?.throwIfAborted();
      const found = await probe(request.site, request.password);
      if (found.state === "ready") return { server: found, adopted: found.pid !== child?.pid };
      if (found.state === "starting" || child?.running()) {
        if (++polls > MAX_POLLS) throw await startFailed(request, "It does not become ready.");
        await delay(POLL_MS, undefined, { signal: request.signal });
        continue;
      }
      if (child === undefined) await rotateLog(request.site.log_file);
      else if (performance.now() >= giveUpAt) throw await startFailed(request, "It ends again and again.");
      else await delay(RETRY_MS, undefined, { signal: request.signal });
      // A cleaner of temporary folders may have removed it.
      await makeSocketDirectory(request.socket_dir, request.account);
      child = await spawnPostmaster(request);
    }
  } catch (error) {
    await child?.end();
    throw error;
  }
}

async function startFailed(request: BringUpRequest, how: string): Promise<ClusterError> {
  const { site } = request;
  const tail = await logTail(site.log_file);
  return new ClusterError(
    "start_failed",
    `PostgreSQL does not start in ${site.data_dir}. ${how} Its log (${site.log_file}) ends with:\n${tail}`,
  );
}
