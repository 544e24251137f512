import { readdir, readFile } from "node:fs/promises";

/** Resident memory of a process and all below it, in bytes, by command; shared pages count once per process (Linux, /proc). */
export async function residentMemory(root: number): Promise<{ command: string; bytes: number }[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map<number, number>();
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // the command in brackets may hold blanks; the parent is the second field after it
    parents.set(pid, Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? 0));
  }
  const below = (pid: number): boolean =>
    pid === root || (parents.has(pid) && parents.get(pid) !== 0 && below(parents.get(pid)!));
  const found = [];
  for (const pid of pids.filter(below)) {
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    const kib = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    const command = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).replaceAll("\0", " ").slice(0, 60);
    found.push({ command, bytes: kib * 1024 });
  }
  return found;
}
