import type { Client } from "pg";
import { ensureApplicationDatabase } from "./application-database.ts";
import { bringUp, type BringUpRequest } from "./bring-up.ts";
import type { ClusterPasswords } from "./cluster-password.ts";
import { takeOwnerLock } from "./owner-lock.ts";
import { stopPostmaster } from "./stop-postmaster.ts";

/** What a supervisor needs to know and whom it tells. */
export interface SupervisorRequest extends Omit<BringUpRequest, "password" | "signal"> {
  passwords: ClusterPasswords;
  addresses: string;
  log: (message: string) => void;
  on_lost: (error: unknown) => void;
}

/** The connection that holds the owner lock, and the server it leads to. */
interface Ownership {
  admin: Client;
  pid: number;
  socket_dir: string;
  adopted: boolean;
}

/**
 * Keeps one cluster running while this process owns it: brings it up, holds the owner lock, and when the server
 * dies starts it again. The application above only has to retry what failed meanwhile.
 */
export class Supervisor {
  readonly #request: SupervisorRequest;
  readonly #ending = new AbortController();
  #owned: Ownership | undefined;
  #recovery: Promise<void> = Promise.resolve();

  constructor(request: SupervisorRequest) {
    this.#request = request;
  }

  /** Brings the cluster up and takes it; throws a ClusterError and leaves a cluster of somebody else alone. */
  async start(signal?: AbortSignal): Promise<Ownership> {
    const signals = signal === undefined ? this.#ending.signal : AbortSignal.any([signal, this.#ending.signal]);
    const { passwords, site, addresses } = this.#request;
    const { server, adopted } = await bringUp({ ...this.#request, password: passwords.superuser, signal: signals });
    try {
      await takeOwnerLock(server.admin, { pid: process.pid, addresses }, site.data_dir);
      await ensureApplicationDatabase(server.admin, passwords.application);
      signals.throwIfAborted();
    } catch (error) {
      await server.admin.end().catch(() => undefined);
      throw error;
    }
    this.#owned = { admin: server.admin, pid: server.pid, socket_dir: server.socket_dir, adopted };
    server.admin.once("end", () => this.#lost());
    return this.#owned;
  }

  /** The process number of the server as of now; it changes when the server had to be started again. */
  get pid(): number {
    return this.#owned?.pid ?? 0;
  }

  /** Ends the cluster and waits for it. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#recovery;
    const owned = this.#owned;
    this.#owned = undefined;
    if (owned !== undefined) await stopPostmaster(this.#request.site, owned.pid, owned.admin);
  }

  #lost(): void {
    if (this.#ending.signal.aborted) return;
    this.#owned = undefined;
    this.#request.log("The connection to PostgreSQL is lost; starting it again.");
    this.#recovery = this.start().then(
      (owned) => this.#request.log(`PostgreSQL runs again (process ${owned.pid}).`),
      (error: unknown) => {
        if (!this.#ending.signal.aborted) this.#request.on_lost(error);
      },
    );
  }
}
