import type { CallAnswer, CallRequest, CallStart, CallStore, Refusal } from "@wayfinder/engine";
import type { Language, Pause } from "@wayfinder/protocol";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import { inputHash, insertCall } from "./insert-call.ts";
import type { Database } from "./database.ts";
import { pauseEvent } from "./pause-event.ts";
import { overrunAdvice, overrunWords } from "./overrun-words.ts";
import { overrun, type Overrun, type Spender } from "./spending.ts";

type Input = Parameters<CallStore["beginCall"]>[0];
type Begun = CallStart & { readonly head?: number };

interface TaskRow extends Spender {
  readonly task_id: string;
  readonly root_task_id: string;
  readonly paused: Pause | null;
  readonly step: string | null;
  readonly percent: number;
  readonly language: Language;
}

/** Writes a paid call down before it is made, or finds that it need not, or may not, be made. `head` is set when the task was paused just now. */
export const beginCall = (db: Database, { lease, request, budgets }: Input): Promise<Begun> =>
  db.transaction().execute(async (tx): Promise<Begun> => {
    const { rows } = await sql<TaskRow>`
      select t.task_id, t.user_id, t.address, t.root_task_id, t.paused, t.step, t.percent, t.goal->>'language' as language
      from task t join step s using (task_id)
      where t.task_id = ${lease.task_id} and s.path = ${lease.path} and s.token = ${lease.token}::bigint and s.status = 'running'
        and t.status not in ('completed', 'failed', 'cancelled')
      for update of t`.execute(tx);
    const task = rows[0];
    if (!task) return { outcome: "lost" };
    const input_hash = inputHash(request);
    const question = sql`root_task_id = ${task.root_task_id} and path = ${lease.path} and key = ${request.key}`;
    await loseAbandoned(tx, question);
    const kept = await keptAnswer(tx, sql`${question} and input_hash = ${input_hash}`);
    if (kept) return { outcome: "finished", answer: kept };
    if (task.paused) return { outcome: "paused" };
    const refusal = await standingRefusal(tx, task, request);
    if (refusal) return { outcome: "refused", ...refusal };
    const over = await overrun(tx, task, { budgets, request });
    if (over) return { outcome: "paused", head: await pauseForBudget(tx, task, over) };
    const call_id = await insertCall(tx, { ...task, ...lease }, request);
    return { outcome: "begun", call_id };
  });

/** Calls whose worker has lost its lease; those of another task that has the same question are at work. */
const loseAbandoned = (tx: Database, question: ReturnType<typeof sql>) =>
  sql`
    update model_call c set status = 'lost', ended_at = now()
    where ${question} and status = 'running' and not exists (
      select 1 from step s where s.task_id = c.task_id and s.path = c.path and s.token = c.token and s.status = 'running'
    )`.execute(tx);

/** Why the last call to the same model for the same payer failed, if that stands for every other. */
async function standingRefusal(
  tx: Database,
  { task_id }: TaskRow,
  { model, own_key = false }: CallRequest,
): Promise<Refusal | null> {
  const { rows } = await sql<Refusal>`
    select standing, message from model_call
    where task_id = ${task_id} and standing is not null and model = ${model} and own_key = ${own_key}::boolean
    order by call_id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

interface AnswerRow {
  readonly answer: string;
  readonly finish: string;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cost_usd: number | null;
}

async function keptAnswer(tx: Database, question: ReturnType<typeof sql>): Promise<CallAnswer | null> {
  const { rows } = await sql<AnswerRow>`
    select answer, finish, input_tokens, output_tokens, cost_usd from model_call
    where ${question} and status = 'finished' and not discarded order by call_id limit 1`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const { answer: text, finish, input_tokens, output_tokens, cost_usd } = row;
  const cost = input_tokens === null || output_tokens === null ? null : { input_tokens, output_tokens, cost_usd };
  return { text, finish, cost };
}

async function pauseForBudget(tx: Database, { task_id, step, percent, language }: TaskRow, over: Overrun): Promise<number> {
  const pause: Pause = { reason: "budget", message: overrunWords(language, over) + overrunAdvice(language, over) };
  await sql`update task set paused = ${JSON.stringify(pause)}::jsonb where task_id = ${task_id}`.execute(tx);
  const told = await appendEvents(tx, { task_id }, [pauseEvent({ step, percent }, pause, over)]);
  return told?.head ?? 0;
}
