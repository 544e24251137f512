import { join, resolve } from "node:path";
import { usableBinaries } from "./binaries.ts";
import { clusterAccount } from "./cluster-account.ts";
import type { ClusterError } from "./cluster-error.ts";
import { readPasswords } from "./cluster-password.ts";
import { clusterSite, SOCKET_PORT } from "./cluster-site.ts";
import { prepareDataDirectory } from "./data-directory.ts";
import { removeAbandonedDrafts } from "./cluster-draft.ts";
import { APPLICATION_DATABASE, APPLICATION_ROLE } from "./cluster-role.ts";
import { initCluster } from "./init-cluster.ts";
import { findPlatformPackage, type PlatformPackage } from "./platform-package.ts";
import { prepareSocketDirectory } from "./socket-directory.ts";
import { Supervisor } from "./supervisor.ts";

/** Where copies of PostgreSQL's programs go when the account that runs them cannot reach the installed ones. */
const SYSTEM_DIRECTORY = "/var/lib/wayfinder";

/** What `startEmbeddedCluster` needs. */
export interface EmbeddedClusterOptions {
  /** Made when missing; everything of the cluster lies below it. */
  data_dir: string;
  /** Shown to whoever starts a second time on the same data directory. */
  addresses: string;
  log?: (message: string) => void;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
  /** The cluster died and could not be started again, or somebody else took it: there is no database any more. */
  on_lost?: (error: ClusterError) => void;
  /** PostgreSQL's programs; the installed platform package by default. */
  binaries?: PlatformPackage;
  /** How long starts may fail, four a second, before giving up, in milliseconds; 20 s when absent. */
  start_patience_ms?: number;
  /** See `SYSTEM_DIRECTORY`. */
  system_dir?: string;
}

/** A running cluster that this process owns. */
export interface EmbeddedCluster {
  /** For the application's own pool: its role owns the database and is no superuser. `host` is the socket's folder. */
  connection: { host: string; port: number; user: string; password: string; database: string };
  /** The server was running already, left by a killed owner. */
  adopted: boolean;
  /** Changes when the server died and was started again. */
  readonly postmaster_pid: number;
  /** Ends PostgreSQL and waits for it (25 s at most); close the pools first. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on a data directory (or adopts the one that runs on it), creating everything the first time.
 * Throws a ClusterError; with `data_dir_in_use` the running cluster is left alone.
 */
export async function startEmbeddedCluster(options: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const log = options.log ?? (() => undefined);
  const wanted = resolve(options.data_dir);
  const account = await clusterAccount(clusterSite(wanted).data);
  const site = clusterSite(await prepareDataDirectory(wanted, account));
  const native = await usableBinaries({
    found: options.binaries ?? (await findPlatformPackage()),
    account,
    copy_below: account === undefined ? join(site.data_dir, "programs") : (options.system_dir ?? SYSTEM_DIRECTORY),
  });
  await initCluster({ site, native, account, signal: options.signal });
  await removeAbandonedDrafts(site.home);
  const passwords = await readPasswords(site.password_file);
  const supervisor = new Supervisor({
    site,
    native,
    account,
    passwords,
    socket_dir: await prepareSocketDirectory(site, account),
    addresses: options.addresses,
    log,
    start_patience_ms: options.start_patience_ms,
    on_lost: options.on_lost ?? (() => undefined),
  });
  const owned = await supervisor.start(options.signal);
  log(`PostgreSQL ${owned.adopted ? "was running already" : "started"} (process ${owned.pid}).`);
  let stopped: Promise<void> | undefined;
  return {
    connection: {
      host: owned.socket_dir,
      port: SOCKET_PORT,
      user: APPLICATION_ROLE,
      password: passwords.application,
      database: APPLICATION_DATABASE,
    },
    adopted: owned.adopted,
    get postmaster_pid() {
      return supervisor.pid;
    },
    stop: () => (stopped ??= supervisor.stop()),
  };
}
