import { stat } from "node:fs/promises";
import { errorCode } from "./error-code.ts";
import { readPostmasterPid } from "./postmaster-pid.ts";
import { processAlive } from "./process-alive.ts";

/** `other`: the number in `postmaster.pid` now belongs to a process that is surely no server of this cluster. */
type NamedProcess = { is: "gone" } | { is: "other"; pid: number } | { is: "perhaps the server" };

/**
 * What became of the process that `postmaster.pid` names. After a power cut, or in a container started again, its
 * number often belongs to another process. Every process of PostgreSQL works inside the cluster's data directory,
 * which Linux shows; where it cannot be seen, the answer stays "perhaps".
 */
export async function namedProcess(data: string): Promise<NamedProcess> {
  const file = await readPostmasterPid(data);
  if (file === undefined || !(await processAlive(file.pid))) return { is: "gone" };
  try {
    const theirs = await stat(`/proc/${file.pid}/cwd`);
    const ours = await stat(data);
    if (theirs.dev === ours.dev && theirs.ino === ours.ino) return { is: "perhaps the server" };
    return { is: "other", pid: file.pid };
  } catch (error) {
    if (["ENOENT", "EACCES", "EPERM"].includes(errorCode(error))) return { is: "perhaps the server" };
    throw error;
  }
}
