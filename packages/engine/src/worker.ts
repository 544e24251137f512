import type { HandedStep } from "./record.ts";
import { runStep, type RunStepOptions } from "./run-step.ts";
import type { Store } from "./store.ts";

/** A dead worker's step is free again after this long, whatever else fails. */
export const LEASE_MS = 5_000;
/** Three renewals fit into a lease, so that two may be lost. */
export const RENEW_EVERY_MS = 1_500;
/** Finds work whose wake-up was lost, and leases to sweep. */
export const POLL_EVERY_MS = 1_000;
/** Steps that call a model, run at once by one process. */
const CALLING = 32;
/** Besides them, for steps that call nobody: these never wait for a model that others are waiting for. */
const QUIET = 8;

export interface WorkerOptions extends RunStepOptions {
  readonly store: Store;
  /** Resolves in the next turn of the event loop. */
  readonly nextTurn: () => Promise<unknown>;
  /** An error outside any step: the database is away, say. The next poll tries again. */
  readonly onError: (error: unknown) => void;
}

interface Running {
  readonly task_id: string;
  /** Whose call to a model it may be waiting for; null when it calls nobody. */
  readonly calls_for: string | null;
  readonly abort: AbortController;
  readonly end: Promise<void>;
}

/** Claims steps and runs them. It has no timers of its own: `poll` and `renew` are called by a clock, wake-ups by the store. */
export class Worker {
  readonly #o: WorkerOptions;
  readonly #running = new Map<number, Running>();
  readonly #unsubscribe: () => void;
  #identity: Promise<{ worker_id: number }> | null = null;
  #stopped = false;
  #claiming = false;
  #again = false;

  constructor(options: WorkerOptions) {
    this.#o = options;
    this.#unsubscribe = options.store.onWakeUp((wakeUp) => {
      if (wakeUp.kind === "step") void this.#claim();
      if (wakeUp.kind !== "cancel") return;
      for (const { task_id, abort } of this.#running.values()) if (task_id === wakeUp.task_id) abort.abort();
    });
  }

  /** Steps running now. */
  get running(): number {
    return this.#running.size;
  }

  /** Sweeps leases, then claims and starts as many steps as there is room for. Resolves when they have been started. */
  async poll(): Promise<void> {
    await this.#o.store.sweepLeases().catch(this.#o.onError);
    await this.#claim();
  }

  /** Renews the leases of all running steps; aborts those that are lost. */
  async renew(): Promise<void> {
    if (this.#running.size === 0) return;
    const tokens = [...this.#running.keys()];
    try {
      const { worker_id } = await this.#register();
      const kept = new Set(await this.#o.store.renewLeases({ worker_id, tokens, lease_ms: LEASE_MS }));
      for (const token of tokens) if (!kept.has(token)) this.#running.get(token)?.abort.abort();
    } catch (error) {
      this.#o.onError(error);
    }
  }

  /** Stops claiming, aborts what runs, and resolves when it has ended. Leases left behind are swept by others. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    const running = [...this.#running.values()];
    for (const { abort } of running) abort.abort();
    await Promise.allSettled(running.map(({ end }) => end));
  }

  /** Registered once; a registration that failed is tried again with the next claim. */
  #register(): Promise<{ worker_id: number }> {
    this.#identity ??= this.#o.store.registerWorker().catch((error: unknown) => {
      this.#identity = null;
      throw error;
    });
    return this.#identity;
  }

  async #claim(): Promise<void> {
    if (this.#claiming || this.#stopped) {
      this.#again = true;
      return;
    }
    this.#claiming = true;
    try {
      do {
        // a step's end, and the word of what follows from it, come within a turn: one claim is for all of them
        await this.#o.nextTurn();
        this.#again = false;
        await this.#claimOnce();
      } while (this.#again && this.#running.size < CALLING + QUIET && !this.#stopped);
    } catch (error) {
      this.#o.onError(error);
    } finally {
      this.#claiming = false;
    }
  }

  async #claimOnce(): Promise<void> {
    const limit = CALLING + QUIET - this.#running.size;
    if (limit <= 0) return;
    const { worker_id } = await this.#register();
    const calling: Record<string, number> = {};
    let calls = 0;
    for (const { calls_for } of this.#running.values()) {
      if (calls_for === null) continue;
      calling[calls_for] = (calling[calls_for] ?? 0) + 1;
      calls += 1;
    }
    const room = { limit, calling_limit: Math.max(0, CALLING - calls), calling };
    const steps = await this.#o.store.claimSteps({ worker_id, lease_ms: LEASE_MS, ...room });
    // claimed while it was being stopped: left to whoever sweeps the lease
    if (!this.#stopped) for (const step of steps) this.#start(step);
  }

  #start(step: HandedStep): void {
    const abort = new AbortController();
    const { token, task_id } = step.lease;
    const end = runStep(step, abort.signal, this.#o)
      .then(() => undefined, this.#o.onError)
      .finally(() => {
        this.#running.delete(token);
        void this.#claim();
      });
    this.#running.set(token, { task_id, calls_for: step.is_quiet ? null : step.task.user_id, abort, end });
  }
}
