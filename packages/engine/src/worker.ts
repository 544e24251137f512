import type { ClaimedStep } from "./record.ts";
import { runStep } from "./run-step.ts";
import type { Store } from "./store.ts";
import type { Workflow } from "./workflow.ts";

/** A dead worker's step is free again after this long, whatever else fails (ARCHITECTURE, "Leases are the truth"). */
export const LEASE_MS = 5_000;
/** Three renewals fit into a lease, so that two may be lost. */
export const RENEW_EVERY_MS = 1_500;
/** Finds work whose wake-up was lost, and leases to sweep. */
export const POLL_EVERY_MS = 1_000;
/** Steps run at once by one process (PL: 8 per task, 32 per process). */
const CONCURRENCY = 32;

export interface WorkerOptions {
  readonly store: Store;
  readonly workflow: Workflow;
  readonly random: () => number;
  readonly onFailure: (step: ClaimedStep, error: unknown) => void;
  /** An error outside any step: the database is away, say. The next tick tries again. */
  readonly onError: (error: unknown) => void;
}

interface Running {
  readonly step: ClaimedStep;
  readonly abort: AbortController;
}

/** Claims steps and runs them. It has no timers of its own: `poll` and `renew` are called by a clock, wake-ups by the store. */
export interface Worker {
  /** Sweeps leases, then claims and starts as many steps as there is room for. Resolves when they have been started. */
  poll(): Promise<void>;
  /** Renews the leases of all running steps; aborts those that are lost. */
  renew(): Promise<void>;
  /** Stops claiming, aborts what runs, and resolves when it has ended. Leases left behind are swept by others. */
  stop(): Promise<void>;
  /** Steps running now. */
  readonly running: number;
}

/** A worker over a store and a workflow. */
export function createWorker(options: WorkerOptions): Worker {
  const { store, workflow, onError } = options;
  const running = new Map<number, Running>();
  const ends = new Set<Promise<void>>();
  let identity: Promise<{ worker_id: number }> | null = null;
  let stopped = false;
  let claiming = false;
  let again = false;

  const register = () => (identity ??= store.registerWorker());

  async function claim(): Promise<void> {
    if (stopped) return;
    if (claiming) {
      again = true;
      return;
    }
    claiming = true;
    try {
      do {
        again = false;
        const { worker_id } = await register();
        const steps = await store.claimSteps({ worker_id, limit: CONCURRENCY - running.size, lease_ms: LEASE_MS });
        for (const step of steps) start(step);
      } while (again && running.size < CONCURRENCY && !stopped);
    } catch (error) {
      onError(error);
    } finally {
      claiming = false;
    }
  }

  function start(step: ClaimedStep): void {
    const abort = new AbortController();
    running.set(step.lease.token, { step, abort });
    const end = runStep(step, abort.signal, options)
      .then(() => undefined, onError)
      .finally(() => {
        running.delete(step.lease.token);
        ends.delete(end);
        void claim();
      });
    ends.add(end);
  }

  const unsubscribe = store.onWakeUp((wakeUp) => {
    if (wakeUp.kind === "step") void claim();
    if (wakeUp.kind !== "cancel") return;
    for (const r of running.values()) if (r.step.lease.task_id === wakeUp.task_id) r.abort.abort();
  });

  return {
    get running() {
      return running.size;
    },
    async poll() {
      try {
        await store.sweepLeases();
      } catch (error) {
        onError(error);
      }
      await claim();
    },
    async renew() {
      if (running.size === 0) return;
      const tokens = [...running.keys()];
      try {
        const { worker_id } = await register();
        const kept = new Set(await store.renewLeases({ worker_id, tokens, lease_ms: LEASE_MS }));
        for (const token of tokens) if (!kept.has(token)) running.get(token)?.abort.abort();
      } catch (error) {
        onError(error);
      }
    },
    async stop() {
      stopped = true;
      unsubscribe();
      for (const r of running.values()) r.abort.abort();
      await Promise.allSettled(ends);
    },
  };
}
