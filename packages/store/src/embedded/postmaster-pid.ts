import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "./error-code.ts";

/** What PostgreSQL wrote about its running server; never proof that it still runs. */
interface PostmasterPid {
  pid: number;
  /** Absent while the server is in the very first part of its start. */
  socket_dir: string | undefined;
}

/** The socket folder's line (PostgreSQL's `pidfile.h`: pid, data directory, start time, port, socket folder, …). */
const SOCKET_DIR_LINE = 4;

/** Reads `postmaster.pid` below PostgreSQL's data directory; undefined when there is none. It is never deleted by us. */
export async function readPostmasterPid(data: string): Promise<PostmasterPid | undefined> {
  try {
    const lines = (await readFile(join(data, "postmaster.pid"), "utf8")).split("\n");
    const pid = Number.parseInt(lines[0] ?? "", 10);
    return Number.isNaN(pid) ? undefined : { pid, socket_dir: lines[SOCKET_DIR_LINE] || undefined };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
