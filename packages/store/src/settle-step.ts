import type { Completion, Failure } from "@wayfinder/engine";
import { sql } from "kysely";
import type { EventBody, Roadmap } from "@wayfinder/protocol";
import { appendEvents, type Appended } from "./append-events.ts";
import { applyWrite } from "./apply-write.ts";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";
import { readStanding } from "./standing.ts";

interface Ending {
  readonly status: "done" | "failed" | "ready";
  readonly outcome: "completed" | "failed";
  readonly message: string | null;
  readonly retry_in_ms: number;
}

/**
 * Ends an attempt: its events, the step's new status, the journal, what it wrote and what comes next, in the given transaction.
 * Null: the lease was lost.
 */
export async function settleStep(tx: Database, what: Completion | Failure): Promise<Appended | null> {
  const { lease } = what;
  const ending = endingOf(what);
  const told = await appendEvents(tx, { lease, from: null }, what.events);
  if (!told) return null;
  await sql`
    with ended as (
      update step set status = ${ending.status}, token = null, lease_expires_at = null,
        run_after = now() + ${ending.retry_in_ms}::int * interval '1 ms'
      where task_id = ${lease.task_id} and path = ${lease.path} returning task_id, path, attempt
    )
    update attempt set ended_at = now(), outcome = ${ending.outcome}, message = ${ending.message}
    from ended where attempt.task_id = ended.task_id and attempt.path = ended.path and attempt.attempt = ended.attempt
  `.execute(tx);
  if ("output" in what && what.output !== null) await journal(tx, what);
  for (const write of what.writes) await applyWrite(tx, lease.task_id, write);
  const waits = await insertSteps(tx, lease.task_id, what.next);
  if ("retry_in_ms" in what && what.retry_in_ms === null && !what.keep_answers) await discardAnswers(tx, what);
  const asked: readonly EventBody[] = (waits && what.asked?.(await readRoadmap(tx, lease.task_id))) || [];
  const last = [...asked, ...(what.settled?.(await readStanding(tx, lease.task_id, lease.path)) ?? [])];
  const more = last.length > 0 ? await appendEvents(tx, { task_id: lease.task_id }, last) : null;
  return more ? { head: more.head, events: [...told.events, ...more.events] } : told;
}

async function readRoadmap(tx: Database, task_id: string): Promise<Roadmap> {
  const { rows } = await sql<{ body: Roadmap }>`
    select r.body from task t join roadmap r using (roadmap_id) where t.task_id = ${task_id}`.execute(tx);
  return rows[0]!.body;
}

function endingOf(what: Completion | Failure): Ending {
  if ("output" in what) return { status: "done", outcome: "completed", message: null, retry_in_ms: 0 };
  const status = what.retry_in_ms === null ? "failed" : "ready";
  return { status, outcome: "failed", message: what.message, retry_in_ms: what.retry_in_ms ?? 0 };
}

/** Answers that led to a step's failure are paid for but no use: whoever tries the step again asks anew (PL3). */
const discardAnswers = (tx: Database, { lease }: Completion | Failure) =>
  sql`
    update model_call set discarded = true
    where root_task_id = (select root_task_id from task where task_id = ${lease.task_id}) and path = ${lease.path}
  `.execute(tx);

const journal = (tx: Database, { lease, input_hash, output }: Completion) =>
  sql`
    insert into journal (root_task_id, path, input_hash, output)
    select root_task_id, ${lease.path}, ${input_hash}, ${JSON.stringify(output)}::jsonb from task where task_id = ${lease.task_id}
    on conflict do nothing
  `.execute(tx);
