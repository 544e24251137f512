import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { asAccount, PROGRAM_ENV, SYNC_METHOD } from "./child-program.ts";
import type { ClusterAccount } from "./cluster-account.ts";
import { SOCKET_PORT, type ClusterSite } from "./cluster-site.ts";
import { namedProcess } from "./named-process.ts";
import { openLog } from "./postmaster-log.ts";

/** What a postmaster is started with. */
export interface PostmasterRequest {
  site: ClusterSite;
  native: string;
  account: ClusterAccount | undefined;
  socket_dir: string;
}

/** A postmaster of ours; `running()` is about the process, not about whether it accepts connections yet. */
export interface Postmaster {
  pid: number;
  running(): boolean;
  /** Asks for a fast shutdown and waits for the end. */
  end(): Promise<void>;
}

/**
 * Starts PostgreSQL in a process group of its own: in ours, Ctrl-C would end it under the draining application.
 * It outlives this process. Throws when the program cannot be run at all.
 */
export async function spawnPostmaster(request: PostmasterRequest): Promise<Postmaster> {
  const log = await openLog(request.site.log_file);
  try {
    const child = spawn(join(request.native, "bin", "postgres"), postmasterArguments(request), {
      cwd: "/",
      env: { ...PROGRAM_ENV, ...(await staleNumber(request.site.data)) },
      ...asAccount(request.account),
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    await once(child, "spawn");
    child.unref();
    return toPostmaster(child);
  } finally {
    await log.close();
  }
}

/**
 * PostgreSQL refuses to start while any process of its user has the number in `postmaster.pid`, be it one that got it
 * after a power cut or a dead server that nobody has collected. This tells it to take that process for its own ancestor, which it disregards; all its other
 * checks remain, and the file is left to PostgreSQL.
 */
async function staleNumber(data: string): Promise<{ PG_GRANDPARENT_PID?: string }> {
  const named = await namedProcess(data);
  return named?.serves === "surely not" ? { PG_GRANDPARENT_PID: String(named.pid) } : {};
}

function toPostmaster(child: ChildProcess): Postmaster {
  const running = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0,
    running,
    async end() {
      if (!running()) return;
      const gone = once(child, "exit");
      child.ref();
      child.kill("SIGINT");
      await gone;
    },
  };
}

/** The settings on the command line win over whatever the files in the cluster say, also in clusters made earlier. */
function postmasterArguments(request: PostmasterRequest): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "",
    port: String(SOCKET_PORT),
    unix_socket_directories: quoted(request.socket_dir),
    // As root we come in through the folder's group; the folder keeps everyone else out.
    unix_socket_permissions: request.account === undefined ? "0700" : "0777",
    // Containers often have 64 MB of /dev/shm; files in the cluster have no such limit.
    dynamic_shared_memory_type: "mmap",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    recovery_init_sync_method: SYNC_METHOD,
    ...SMALL_FOOTPRINT,
    ...QUIET_LOG,
  };
  return ["-D", request.site.data, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** One application on one machine, beside everything else that runs there. */
const SMALL_FOOTPRINT = {
  shared_buffers: "64MB",
  max_connections: "50",
  max_wal_size: "256MB",
  // Nobody replicates the embedded cluster: less is written and no sender processes are kept.
  wal_level: "minimal",
  max_wal_senders: "0",
  // Saves three processes; the data fits the file cache.
  io_method: "sync",
  max_parallel_workers_per_gather: "0",
  jit: "off",
};

/** A refused insert is an answer the application handles; a line for each would fill the disk. */
const QUIET_LOG = { log_min_messages: "log", log_checkpoints: "off" };

/** The setting is a list: quotes keep a comma or a space in the path from splitting it. */
function quoted(path: string): string {
  return `"${path.replaceAll('"', '""')}"`;
}
