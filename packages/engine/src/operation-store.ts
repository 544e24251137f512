import type { TaskStatus } from "@wayfinder/protocol";

/** How much work there is in the whole database. */
export interface WorkCounts {
  readonly tasks: Readonly<Record<TaskStatus, number>>;
  /** `ready`: due and waiting for a worker; `running`: claimed. */
  readonly steps: { readonly ready: number; readonly running: number };
}

/** Figures for those who run the server. */
export interface OperationStore {
  /** Counts all tasks and open steps; not for every request. */
  countWork(): Promise<WorkCounts>;
  /** Connections of this process's pool, and the queries that wait for one. */
  poolUse(): { readonly busy: number; readonly idle: number; readonly waiting: number };
}
