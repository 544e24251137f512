import { createHash } from "node:crypto";
import type { CallAnswer, CallStart, CallStore } from "@wayfinder/engine";
import type { Language, Pause } from "@wayfinder/protocol";
import { sql } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { pauseEvent } from "./pause-event.ts";
import { overrun, type Overrun, type Spender } from "./spending.ts";

type Input = Parameters<CallStore["beginCall"]>[0];
type Begun = CallStart & { readonly head?: number };

interface TaskRow extends Spender {
  readonly root_task_id: string;
  readonly paused: Pause | null;
  readonly step: string | null;
  readonly percent: number;
  readonly language: Language;
}

/** Serialises looks at budgets that several tasks share, so that two calls at once cannot both be the last that fits. */
const BUDGET_LOCK = 7_703;

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
    const input_hash = createHash("sha256").update(request.input).digest("base64url");
    const question = sql`root_task_id = ${task.root_task_id} and path = ${lease.path} and key = ${request.key}`;
    await sql`
      update model_call set status = 'lost', ended_at = now()
      where ${question} and status = 'running' and token <> ${lease.token}::bigint`.execute(tx);
    const kept = await keptAnswer(tx, sql`${question} and input_hash = ${input_hash}`);
    if (kept) return { outcome: "finished", answer: kept };
    if (task.paused) return { outcome: "paused" };
    if (Object.keys(budgets).length > 0) {
      await sql`select pg_advisory_xact_lock(${BUDGET_LOCK})`.execute(tx);
      const over = await overrun(tx, task, { budgets, worst: request.worst });
      if (over) return { outcome: "paused", head: await pauseForBudget(tx, task, over) };
    }
    const { worst, key, role, model, prompt } = request;
    const made = await sql<{ call_id: number }>`
      insert into model_call (root_task_id, task_id, user_id, address, path, key, input_hash, token, role, model, prompt,
        worst_input_tokens, worst_output_tokens, worst_usd)
      values (${task.root_task_id}, ${task.task_id}, ${task.user_id}, ${task.address}, ${lease.path}, ${key}, ${input_hash},
        ${lease.token}::bigint, ${role}, ${model}, ${prompt}, ${worst.input_tokens}, ${worst.output_tokens}, ${worst.cost_usd})
      returning call_id`.execute(tx);
    return { outcome: "begun", call_id: made.rows[0]!.call_id };
  });

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
  const pause: Pause = { reason: "budget", message: overrunWords(language, over) };
  await sql`update task set paused = ${JSON.stringify(pause)}::jsonb where task_id = ${task_id}`.execute(tx);
  const told = await appendEvents(tx, { task_id }, [pauseEvent({ step, percent }, pause)]);
  return told?.head ?? 0;
}

const WHOSE: Readonly<Record<Language, Readonly<Record<Overrun["scope"], string>>>> = {
  en: {
    task: "of this task",
    user_day: "for one person and day",
    address_day: "for one address and day",
    instance_day: "of this server for one day",
  },
  zh: { task: "这个任务的", user_day: "每人每天的", address_day: "每个网络地址每天的", instance_day: "这台服务器每天的" },
};

function overrunWords(language: Language, { scope, unit, limit, spent }: Overrun): string {
  const amount = (n: number) => (unit === "usd" ? `$${n.toFixed(2)}` : `${Math.round(n)} tokens`);
  const whose = WHOSE[language][scope];
  if (language === "zh")
    return `再调用一次就会超出${whose}预算（${amount(limit)}）；已使用或预留 ${amount(spent)}。等有余额后再继续，或提高预算。`;
  return `The budget ${whose} (${amount(limit)}) would be passed; ${amount(spent)} are used or reserved. Resume when there is room again, or raise the budget.`;
}
