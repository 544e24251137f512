import { stat } from "node:fs/promises";
import { errorCode } from "./error-code.ts";
import { readPostmasterPid } from "./postmaster-pid.ts";
import { processAlive } from "./process-alive.ts";

/** The number in `postmaster.pid`, and whether a server of this cluster may have it. */
interface NamedProcess {
  pid: number;
  serves: "perhaps" | "surely not";
}

/**
 * What became of the process that `postmaster.pid` names, or undefined without that file. After a power cut, or in a
 * container started again, the number often belongs to another process; a dead server whose new parent does not
 * collect it keeps its number for ever. Every process of PostgreSQL works inside the cluster's data directory, which
 * Linux shows; where it cannot be seen, the answer is "perhaps".
 */
export async function namedProcess(data: string): Promise<NamedProcess | undefined> {
  const file = await readPostmasterPid(data);
  if (file === undefined) return undefined;
  const serves = (await processAlive(file.pid)) && (await mayWorkIn(data, file.pid));
  return { pid: file.pid, serves: serves ? "perhaps" : "surely not" };
}

async function mayWorkIn(data: string, pid: number): Promise<boolean> {
  try {
    const theirs = await stat(`/proc/${pid}/cwd`);
    const ours = await stat(data);
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch (error) {
    if (["ENOENT", "EACCES", "EPERM"].includes(errorCode(error))) return true;
    throw error;
  }
}
