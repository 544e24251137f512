import { setTimeout as delay } from "node:timers/promises";
import { ensureApplicationDatabase } from "./application-database.ts";
import { bringUp, type BringUpRequest } from "./bring-up.ts";
import { ClusterError } from "./cluster-error.ts";
import type { ClusterPasswords } from "./cluster-password.ts";
import { takeOwnerLock } from "./owner-lock.ts";
import type { ReadyServer } from "./probe.ts";
import { stopPostmaster } from "./stop-postmaster.ts";
import { stopRunningServer } from "./stop-running-server.ts";

/** What a supervisor needs to know and whom it tells. */
interface SupervisorRequest extends Omit<BringUpRequest, "password" | "signal"> {
  passwords: ClusterPasswords;
  addresses: string;
  log: (message: string) => void;
  /** The server died and could not be started again, or somebody else took the cluster meanwhile. */
  on_lost: (error: ClusterError) => void;
}

/** The server, and in `admin` the connection that holds the owner lock. */
interface Ownership extends ReadyServer {
  adopted: boolean;
}

/** The server may die again while it is being taken: five times in a row is no accident. */
const MAX_TAKES = 5;
const RETRY_MS = 250;

/**
 * Keeps one cluster running while this process owns it: brings it up, holds the owner lock, and when the server
 * dies starts it again. The application above only has to retry what failed meanwhile.
 */
export class Supervisor {
  readonly #request: SupervisorRequest;
  readonly #ending = new AbortController();
  #owned: Ownership | undefined;
  /** Where the application's pool connects to: a server started again must be found there. */
  #socketDir: string;
  #recovery: Promise<void> = Promise.resolve();

  constructor(request: SupervisorRequest) {
    this.#request = request;
    this.#socketDir = request.socket_dir;
  }

  /** Brings the cluster up and takes it; throws a ClusterError and leaves a cluster of somebody else alone. */
  async start(signal?: AbortSignal): Promise<Ownership> {
    const signals = signal === undefined ? this.#ending.signal : AbortSignal.any([signal, this.#ending.signal]);
    for (let takes = 1; ; takes += 1) {
      try {
        return await this.#take(signals);
      } catch (error) {
        if (error instanceof ClusterError || signals.aborted) throw error;
        if (takes === MAX_TAKES) throw unstable(this.#request.site.data_dir, error);
        // The connection broke: its server was killed or stopped between our steps.
        await delay(RETRY_MS, undefined, { signal: signals });
      }
    }
  }

  /** The process number of the server as of now; it changes when the server had to be started again. */
  get pid(): number {
    return this.#owned?.pid ?? 0;
  }

  /** Ends the cluster and waits for it; also one that is being started again. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#recovery;
    const owned = this.#owned;
    this.#owned = undefined;
    if (owned === undefined) await this.#stopUnowned();
    else await stopPostmaster(this.#request.site, owned);
  }

  async #stopUnowned(): Promise<void> {
    const { site, passwords } = this.#request;
    try {
      await stopRunningServer(site, passwords.superuser);
    } catch (error) {
      // Somebody else has taken the cluster since we lost it: it is theirs to stop.
      if (!(error instanceof ClusterError && error.code === "data_dir_in_use")) throw error;
    }
  }

  async #take(signal: AbortSignal): Promise<Ownership> {
    const { passwords, site, addresses } = this.#request;
    const { server, adopted } = await bringUp({
      ...this.#request,
      socket_dir: this.#socketDir,
      password: passwords.superuser,
      signal,
    });
    const { admin } = server;
    let locked = false;
    let ended = false;
    admin.once("end", () => {
      ended = true;
      if (this.#owned?.admin === admin) this.#lost();
    });
    try {
      await takeOwnerLock(admin, { pid: process.pid, addresses }, site.data_dir);
      locked = true;
      await ensureApplicationDatabase(admin, passwords.application);
      signal.throwIfAborted();
      if (ended) throw new Error("The connection ended.");
    } catch (error) {
      if (locked && !adopted && !ended) await stopPostmaster(site, server);
      await admin.end().catch(() => undefined);
      throw error;
    }
    this.#owned = { ...server, adopted };
    this.#socketDir = server.socket_dir;
    return this.#owned;
  }

  #lost(): void {
    this.#owned = undefined;
    if (this.#ending.signal.aborted) return;
    this.#request.log("The connection to PostgreSQL is lost; starting it again.");
    this.#recovery = this.start().then(
      (owned) => this.#request.log(`PostgreSQL runs again (process ${owned.pid}).`),
      (error: unknown) => {
        if (error instanceof ClusterError) this.#request.on_lost(error);
      },
    );
  }
}

function unstable(dataDir: string, cause: unknown): ClusterError {
  return new ClusterError("start_failed", `PostgreSQL in ${dataDir} starts but does not stay: ${String(cause)}`, { cause });
}
