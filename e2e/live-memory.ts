import { existsSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./until.ts";

/** For a collection on a busy machine. Milliseconds. */
const COLLECTED_MS = 30_000;

/** The NODE_OPTIONS of processes that can be asked for their live memory by way of that folder. */
export const liveMemoryOption = (folder: string): string =>
  `--import ${new URL(`live-memory-on-signal.ts?folder=${encodeURIComponent(folder)}`, import.meta.url).href}`;

/** Bytes that a process holds and could not do without: its heap and what hangs on it, after its garbage was collected. */
export async function liveMemoryOf(pid: number, folder: string): Promise<number> {
  const file = join(folder, String(pid));
  process.kill(pid, "SIGUSR2");
  await until(`the live memory of ${pid}`, COLLECTED_MS, () => existsSync(file));
  const bytes = Number(readFileSync(file, "utf8"));
  await rm(file);
  return bytes;
}
