import type { TaskStatus } from "@wayfinder/protocol";

/** How much work there is in the whole database. */
export interface WorkCounts {
  readonly tasks: Readonly<Record<TaskStatus, number>>;
  /** `ready`: due and waiting for a worker; `running`: claimed. */
  readonly steps: { readonly ready: number; readonly running: number };
}

/** What models took in the last 24 hours, as budgets count it, by who pays and what for. */
export interface SpendingCount {
  readonly payer: "server" | "people";
  /** `probes` are the small calls that test a model or find out how it is best asked. */
  readonly purpose: "tasks" | "probes";
  readonly tokens: number;
  /** US dollars; null when one of the prices is not known (PL6). */
  readonly usd: number | null;
}

/** Figures for those who run the server. */
export interface OperationStore {
  /** Counts all tasks and open steps; not for every request. */
  countWork(): Promise<WorkCounts>;
  /** Each payer with each purpose; not for every request either. */
  countSpending(): Promise<readonly SpendingCount[]>;
  /** Connections of this process's pool, and the queries that wait for one. */
  poolUse(): { readonly busy: number; readonly idle: number; readonly waiting: number };
}
