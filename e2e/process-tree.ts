import { readdirSync, readFileSync } from "node:fs";

/** A process as Linux's `/proc` shows it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All running processes; zombies are gone in all but name and left out. */
function allProcesses(): ProcessRow[] {
  return readdirSync("/proc").flatMap((pid) => (/^\d+$/.test(pid) ? readRow(Number(pid)) : []));
}

function readRow(pid: number): ProcessRow[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may itself hold spaces and parentheses: state and parent stand behind the last one.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z") return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim();
    return [{ pid, parent: Number(parent), command }];
  } catch {
    // It ended while we looked.
    return [];
  }
}

/** A process and everything it started, as long as the chain of parents holds. */
export function descendants(root: number): ProcessRow[] {
  const all = allProcesses();
  const found = all.filter(({ pid }) => pid === root);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}

/** Whether a process runs. */
export function isRunning(pid: number): boolean {
  return readRow(pid).length > 0;
}
