import { chmod, cp, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ClusterAccount } from "./cluster-account.ts";
import { ClusterError } from "./cluster-error.ts";
import { errorCode } from "./error-code.ts";
import { firstUnpassable, mayRead } from "./passable-path.ts";
import type { PlatformPackage } from "./platform-package.ts";
import { hydrateSymlinks } from "./symlink-hydration.ts";

/** Where PostgreSQL's programs are wanted, and by whom. */
interface BinariesRequest {
  found: PlatformPackage;
  account: ClusterAccount | undefined;
  /** Gets `pg-<version>` when the account cannot use the package where it lies. */
  copy_below: string;
}

/** One of each kind PostgreSQL opens: if the account can use these it can use the rest of the same archive. */
const SAMPLES = [
  { path: "bin/postgres", run: true },
  { path: "bin/initdb", run: true },
  { path: "lib", run: true },
  { path: "lib/postgresql", run: true },
  { path: "share/postgresql", run: true },
  { path: "share/postgresql/postgresql.conf.sample", run: false },
];

/** The `native` folder that the account can run from: the package's own with its links made, else a copy of it. */
export async function usableBinaries(request: BinariesRequest): Promise<string> {
  const native = await realpath(request.found.native).catch((cause: unknown) => {
    throw new ClusterError("binaries_missing", `PostgreSQL's programs are not at ${request.found.native}.`, { cause });
  });
  if ((await isUsable(native, request.account)) && (await hydrateIfWritable(native))) return native;
  return copyOnce(native, request);
}

async function isUsable(native: string, account: ClusterAccount | undefined): Promise<boolean> {
  if ((await firstUnpassable(native, account)) !== undefined) return false;
  for (const sample of SAMPLES) {
    if (!(await mayRead(join(native, sample.path), sample.run, account))) return false;
  }
  return true;
}

async function hydrateIfWritable(native: string): Promise<boolean> {
  try {
    await hydrateSymlinks(native);
    return true;
  } catch (error) {
    // Installed by someone else, or on a read-only file system: the links have to be made in a copy.
    if (["EACCES", "EPERM", "EROFS"].includes(errorCode(error))) return false;
    throw error;
  }
}

async function copyOnce(native: string, request: BinariesRequest): Promise<string> {
  const copy = join(request.copy_below, `pg-${request.found.version}`);
  try {
    if (!(await isOurs(copy))) {
      await mkdir(request.copy_below, { recursive: true });
      if (request.account !== undefined) await letPass(request.copy_below);
      await publishCopy(native, copy);
    }
    if (!(await isUsable(await realpath(copy), request.account))) throw new Error("the copy cannot be used either");
    return copy;
  } catch (cause) {
    throw new ClusterError(
      "binaries_missing",
      `PostgreSQL's programs at ${native} cannot be used by the account that runs the database, and copying them to ${copy} failed: ${String(cause)}`,
      { cause },
    );
  }
}

/** A copy made by someone else might hold other programs. */
async function isOurs(copy: string): Promise<boolean> {
  try {
    const { uid } = await lstat(copy);
    if (uid === process.getuid?.()) return true;
    throw new Error(`${copy} belongs to uid ${uid}`);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/** Built beside its final name and renamed, so that no start ever sees half a copy. */
async function publishCopy(native: string, copy: string): Promise<void> {
  const draft = await mkdtemp(`${copy}.new-`);
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await hydrateSymlinks(draft);
    await openForAll(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another starter was faster; its copy is as good.
    if (!["EEXIST", "ENOTEMPTY"].includes(errorCode(error))) throw error;
  }
}

async function letPass(folder: string): Promise<void> {
  await chmod(folder, ((await stat(folder)).mode & 0o7777) | 0o011);
}

/** Everyone may read and run the copy; it is on the disk before it gets its name. */
async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile()) await openFileForAll(path);
  }
}

async function openFileForAll(path: string): Promise<void> {
  const handle = await open(path);
  try {
    const { mode } = await handle.stat();
    await handle.chmod(mode & 0o100 ? 0o755 : 0o644);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
