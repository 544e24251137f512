import { constants } from "node:fs";
import { open, readFile, rename, stat, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "./error-code.ts";

/** Lines of the log that go into an error: a failed start says why in its last handful. */
const TAIL_LINES = 20;

/** What our own asking writes there several times a second during a recovery. */
const TOO_EARLY = "FATAL:  the database system is";

/** Moves the log of the last run aside (one is kept), so that the log holds this run only and never grows for ever. */
export async function rotateLog(file: string): Promise<void> {
  try {
    await rename(file, `${file}.1`);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** Opens the log for appending, 0600 and owned by whoever owns its folder. */
export async function openLog(file: string): Promise<FileHandle> {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const handle = await open(file, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  // Root may run a cluster that belongs to another user, who must be able to rotate the log again.
  const owner = await stat(dirname(file));
  if (owner.uid !== process.getuid?.()) await handle.chown(owner.uid, owner.gid);
  return handle;
}

/** The last lines of the log, or a remark that it is empty. */
export async function logTail(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  const lines = text.split("\n").filter((line) => line !== "" && !line.includes(TOO_EARLY));
  return lines.slice(-TAIL_LINES).join("\n") || "(PostgreSQL's log is empty)";
}
