import type { StepRequest, TaskStore, Waiting } from "@wayfinder/engine";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { insertSteps } from "./insert-steps.ts";

type Input = Parameters<TaskStore["reviewTask"]>[0];
type Reviewed = { outcome: "not_waiting" | "version_conflict" } | { outcome: "resolved"; head: number };

type WaitingRow = Pick<Waiting, "input" | "roadmap"> &
  Waiting["task"] & { readonly path: StepRequest["path"]; readonly version: number };

/** Resolves a waiting review by compare-and-set on the step and the roadmap's version: a double click is one decision. */
export const reviewTask = (db: Database, { task_id, decision, decide }: Input): Promise<Reviewed> =>
  db.transaction().execute(async (tx) => {
    await lockChain(tx, task_id);
    const { rows } = await sql<WaitingRow>`
      select s.path, s.input, r.version, r.body as roadmap, t.task_id, t.root_task_id, t.user_id, t.roadmap_id, t.goal from task t join step s using (task_id) join roadmap r using (roadmap_id)
      where t.task_id = ${task_id} and t.status = 'waiting_for_review' and s.status = 'waiting' for update of t, s`.execute(tx);
    const waiting = rows[0];
    if (!waiting) return { outcome: "not_waiting" };
    if (waiting.version !== decision.version) return { outcome: "version_conflict" };
    const { input, roadmap, path: _path, version: _version, ...task } = waiting;
    const { output, events, next, answers } = decide({ input, roadmap, task });
    if (answers)
      await sql`
        update task set goal = jsonb_set(goal, '{answers}', ${JSON.stringify(answers)}::jsonb)
        where root_task_id = ${task.root_task_id} and gone_at is null`.execute(tx);
    const told = await appendEvents(tx, { task_id }, events);
    await sql`
      with done as (
        update step set status = 'done' where task_id = ${task_id} and path = ${waiting.path} returning task_id, path, input_hash
      )
      insert into journal (root_task_id, path, input_hash, output)
      select t.root_task_id, done.path, done.input_hash, ${JSON.stringify(output)}::jsonb from done join task t using (task_id)
      on conflict do nothing`.execute(tx);
    await insertSteps(tx, task_id, next);
    return { outcome: "resolved", head: told?.head ?? 0 };
  });

/** Answers go to every task of the chain, as a later one may follow any of them; all are locked in the order of their ids, as by edits. */
const lockChain = (tx: Database, task_id: string) =>
  sql`
    select 1 from task where root_task_id = (select root_task_id from task where task_id = ${task_id})
    order by task_id for update`.execute(tx);
