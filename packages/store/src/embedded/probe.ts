import { stat } from "node:fs/promises";
import type { Client } from "pg";
import { connectAsAdmin } from "./admin-connection.ts";
import { ClusterError } from "./cluster-error.ts";
import type { ClusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";
import { readPostmasterPid } from "./postmaster-pid.ts";

/** A server that answered and serves this very cluster; `admin` is an open superuser connection to it. */
export interface ReadyServer {
  state: "ready";
  pid: number;
  socket_dir: string;
  admin: Client;
}

/** `starting`: a server of this cluster is there but takes no connections yet (or no more); `down`: none answered. */
type Probe = ReadyServer | { state: "starting" } | { state: "down" };

/** "The database system is starting up", "… is shutting down", "… is in recovery mode". */
const CANNOT_CONNECT_NOW = "57P03";
const TOO_MANY_CONNECTIONS = "53300";

/**
 * Asks whether a server runs on the cluster: whom `postmaster.pid` names is only believed after a connection with
 * our password has shown the same data directory. Throws `data_dir_in_use` when a server of another root file
 * system (a second container on the same volume) answers on our own socket.
 */
export async function probe(site: ClusterSite, password: string): Promise<Probe> {
  const file = await readPostmasterPid(site.data);
  if (file === undefined) return { state: "down" };
  for (const socketDir of new Set([file.socket_dir ?? site.run_dir, site.run_dir])) {
    const answer = await ask(socketDir, password);
    if (answer === "starting") return { state: "starting" };
    if (answer === "none") continue;
    if (await servesData(answer, site.data)) return { state: "ready", pid: file.pid, socket_dir: socketDir, admin: answer };
    await answer.end();
    if (socketDir === site.run_dir) throw heldElsewhere(site);
  }
  return { state: "down" };
}

async function ask(socketDir: string, password: string): Promise<Client | "starting" | "none"> {
  try {
    return await connectAsAdmin(socketDir, password);
  } catch (error) {
    return [CANNOT_CONNECT_NOW, TOO_MANY_CONNECTIONS].includes(errorCode(error)) ? "starting" : "none";
  }
}

async function servesData(admin: Client, data: string): Promise<boolean> {
  const result = await admin.query<{ data_directory: string }>("show data_directory");
  const theirs = await stat(result.rows[0]?.data_directory ?? "").catch(() => undefined);
  const ours = await stat(data);
  // By inode: the same folder can have several paths.
  return theirs !== undefined && theirs.dev === ours.dev && theirs.ino === ours.ino;
}

function heldElsewhere(site: ClusterSite): ClusterError {
  return new ClusterError(
    "data_dir_in_use",
    `The data directory ${site.data_dir} is in use by a server in another container or mount. Stop that one or set another DATA_DIR.`,
  );
}
