import { spawn } from "node:child_process";
import { chown, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** The longest that one command of an example may take, milliseconds; it is then ended with all that it started. */
const COMMAND_LIMIT_MS = 10_000;

/** What a command answered; `status` is `null` if it was ended by a signal. */
export interface CommandResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Hands an empty folder to `use` and removes it afterwards. */
export async function inTemporaryFolder<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await realpath(await mkdtemp(join(tmpdir(), "wayfinder-example-")));
  try {
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Variables of the machine that would change what an example does. */
const UNSET = ["NODE_TEST_CONTEXT", "NODE_OPTIONS", "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "VIRTUAL_ENV", "PYTHONPATH"];

/** Who runs what is not trusted with the machine where the tests run as root: the uid and gid Linux keeps for nobody. */
const NOBODY = 65_534;

/**
 * Runs a shell's command as `runCommand` does, but never as root: which commands do harm cannot be listed, so none gets
 * the right to. The folder is handed over to whom it runs as.
 */
export async function runUnprivileged(dir: string, command: readonly string[]): Promise<CommandResult> {
  if (process.getuid?.() !== 0) return runCommand(dir, command);
  await chown(dir, NOBODY, NOBODY);
  return runCommand(dir, command, { uid: NOBODY, gid: NOBODY });
}

/** Runs a command in a folder that is its home as well, in English, with a name for Git, without input. */
export async function runCommand(
  dir: string,
  command: readonly string[],
  account: { readonly uid?: number; readonly gid?: number } = {},
): Promise<CommandResult> {
  const settings = [
    `HOME=${dir}`,
    "LC_ALL=C.UTF-8",
    "TZ=UTC",
    "NO_COLOR=1",
    "MPLBACKEND=Agg",
    "GIT_CONFIG_NOSYSTEM=1",
    ...["AUTHOR", "COMMITTER"].flatMap((who) => [`GIT_${who}_NAME=Ana`, `GIT_${who}_EMAIL=ana@example.org`]),
  ];
  const args = [...UNSET.flatMap((name) => ["-u", name]), ...settings, ...command];
  const child = spawn("env", args, { cwd: dir, detached: true, stdio: ["ignore", "pipe", "pipe"], ...account });
  const timer = setTimeout(() => endGroup(child.pid), COMMAND_LIMIT_MS);
  const status = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      endGroup(child.pid); // what it left in the background would keep the pipes open
      resolve(code);
    });
  });
  const [code, stdout, stderr] = await Promise.all([status, text(child.stdout), text(child.stderr)]);
  clearTimeout(timer);
  return { status: code, stdout, stderr };
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // the whole group has ended by itself
  }
}
