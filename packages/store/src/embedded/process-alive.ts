import { readFile } from "node:fs/promises";
import { errorCode } from "./error-code.ts";

/** Whether a process with this number runs. A zombie does not: in a container nobody may ever collect it. */
export async function processAlive(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
  return !(await isZombie(pid));
}

async function isZombie(pid: number): Promise<boolean> {
  // Only Linux has the file; elsewhere a parent always collects.
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name in parentheses may itself hold parentheses and spaces; the state is the first field behind it.
  return status.slice(status.lastIndexOf(")") + 2).startsWith("Z");
}
