import { setImmediate } from "node:timers/promises";
import { Worker, type Budgets, type Store, type Workflow } from "@wayfinder/engine";
import type { Logger } from "pino";
import type { Metrics } from "./metrics.ts";

interface Parts {
  readonly store: Store;
  readonly workflow: Workflow;
  readonly budgets: Budgets;
  readonly metrics: Metrics;
  readonly random: () => number;
  readonly log: Logger;
}

/** The worker of this process; what goes wrong in it is counted and logged. */
export const startWorker = ({ store, workflow, budgets, metrics, random, log }: Parts): Worker =>
  new Worker({
    nextTurn: () => setImmediate(),
    store,
    workflow,
    budgets,
    random,
    onFailure: (step, error) => {
      metrics.stepFailures.inc({ step: step.name });
      log.warn({ err: error, task_id: step.lease.task_id, path: step.lease.path, attempt: step.attempt }, "a step failed");
    },
    onError: (error) => log.warn({ err: error }, "the worker could not reach its database; it tries again"),
  });
