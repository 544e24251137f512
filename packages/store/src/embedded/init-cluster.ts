import { chmod, chown, mkdir, open, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { runProgram, SYNC_METHOD } from "./child-program.ts";
import type { ClusterAccount } from "./cluster-account.ts";
import { newDraftFolder, removeDraft } from "./cluster-draft.ts";
import { ClusterError } from "./cluster-error.ts";
import { createPasswords } from "./cluster-password.ts";
import { APPLICATION_DATABASE, APPLICATION_ROLE, SUPERUSER } from "./cluster-role.ts";
import { clusterSite, type ClusterSite } from "./cluster-site.ts";
import { errorCode } from "./error-code.ts";

/** Passwords on the socket for the two roles we know, and nothing else. */
const HBA = `local all ${SUPERUSER} scram-sha-256
local ${APPLICATION_DATABASE} ${APPLICATION_ROLE} scram-sha-256
local all all reject
`;

/** What a new cluster needs. */
interface InitRequest {
  site: ClusterSite;
  native: string;
  account: ClusterAccount | undefined;
  signal?: AbortSignal;
}

/**
 * Makes the cluster unless it is there. It is built in a folder of its own beside its final name and appears by one
 * rename, so an interrupted run leaves nothing that a later start could take for a cluster. Throws `init_failed`.
 */
export async function initCluster(request: InitRequest): Promise<void> {
  const { site, signal } = request;
  if (await exists(site.home)) return;
  try {
    const draft = clusterSite(site.data_dir, await newDraftFolder(site.home));
    try {
      await build(draft, request);
      await publish(draft.home, site.home);
    } finally {
      await removeDraft(draft.home);
    }
  } catch (cause) {
    if (cause instanceof ClusterError || signal?.aborted) throw cause;
    throw new ClusterError("init_failed", `The database could not be created in ${site.data_dir}: ${String(cause)}`, { cause });
  }
}

async function build(draft: ClusterSite, request: InitRequest): Promise<void> {
  const { account } = request;
  const passwords = await createPasswords(draft.password_file);
  await mkdir(draft.data, { mode: 0o700 });
  if (account !== undefined) {
    await chmod(draft.home, 0o711);
    await chown(draft.data, account.uid, account.gid);
  }
  const handOver = join(draft.home, "initdb-password");
  await writeFile(handOver, passwords.superuser, { mode: 0o600, flag: "wx" });
  if (account !== undefined) await chown(handOver, account.uid, account.gid);
  const program = join(request.native, "bin", "initdb");
  const result = await runProgram(program, initArguments(draft.data, handOver), { account, signal: request.signal });
  await rm(handOver);
  if (result.code !== 0) {
    throw new ClusterError("init_failed", `PostgreSQL's initdb ended with ${result.code}:\n${result.output.trim()}`);
  }
  await writeFile(join(draft.data, "pg_hba.conf"), HBA, { flush: true });
  await syncFolder(draft.home);
}

function initArguments(data: string, passwordFile: string): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    // Unicode's rules from PostgreSQL itself: Chinese text works on a machine without a single locale installed.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--sync-method=${SYNC_METHOD}`,
    "--no-instructions",
  ];
}

async function publish(draft: string, home: string): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    // Another starter was faster; its cluster is the one to use.
    if (!["EEXIST", "ENOTEMPTY"].includes(errorCode(error))) throw error;
  }
  await syncFolder(dirname(home));
}

/** A name is only safe from a power cut once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}
