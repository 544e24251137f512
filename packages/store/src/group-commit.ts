import type { Lease } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { gather } from "./gather.ts";

/** A change under a step's lease: its guard and all it writes. A refusal is a result, not an error. */
export interface Job<R> {
  readonly lease: Lease;
  /** Whether it is a single statement, which alone needs no transaction around it. */
  readonly isOneStatement: boolean;
  readonly run: (db: Database) => Promise<R>;
}

/** Runs changes so that those of one turn share a commit (LG9). */
export type GroupCommit<R> = (job: Job<R>) => Promise<R>;

/** Group commit over a database. A job that throws harms no other: then nothing of the group is kept, and each is run alone. */
export const createGroupCommit = <R>(db: Database): GroupCommit<R> =>
  gather<Job<R>, R>((jobs) => (jobs.length > 1 ? together(db, jobs) : Promise.allSettled(jobs.map((job) => alone(db, job)))));

async function together<R>(db: Database, jobs: readonly Job<R>[]): Promise<PromiseSettledResult<R>[]> {
  const results = new Map<Job<R>, R>();
  let isCommitting = false;
  try {
    await db.transaction().execute(async (tx) => {
      for (const job of jobs.toSorted(byLease)) results.set(job, await job.run(tx));
      isCommitting = true;
    });
  } catch (error) {
    // whether a commit without an answer has happened is not known, and nothing may be written twice
    if (isCommitting) throw error;
    return Promise.allSettled(jobs.map((job) => alone(db, job)));
  }
  return jobs.map((job) => ({ status: "fulfilled", value: results.get(job)! }));
}

const alone = <R>(db: Database, job: Job<R>): Promise<R> =>
  job.isOneStatement ? job.run(db) : db.transaction().execute((tx) => job.run(tx));

/** Ends a query that locks several steps. Everybody takes them in this order, so that no two wait for each other for ever. */
export const IN_LOCK_ORDER = sql`order by task_id collate "C", path collate "C" for update`;

/** The same order for jobs; those of one step keep theirs. */
const byLease = ({ lease: a }: Job<unknown>, { lease: b }: Job<unknown>): number =>
  compare(a.task_id, b.task_id) || compare(a.path, b.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
