import { BUDGET_SCOPES, type Budgets, type BudgetScope, type CallRequest, type SpendingCount } from "@wayfinder/engine";
import type { Usage } from "@wayfinder/protocol";
import { sql, type RawBuilder } from "kysely";
import type { Database } from "./database.ts";

/** A call without an answer that may have been billed: cut off, or its worker was lost. */
const UNCONFIRMED = sql`(c.status = 'lost' or c.status = 'failed' and c.possibly_billed)`;
/** What counts against a budget: what was answered, and the worst case of what runs or was never confirmed. */
const COUNTED = sql`(c.status in ('running', 'finished') or ${UNCONFIRMED})`;

/** What a call counts with: as the provider counted, else its worst case. */
const TOKENS = sql`coalesce(c.input_tokens, c.worst_input_tokens) + coalesce(c.output_tokens, c.worst_output_tokens)`;
const USD = sql`case when c.input_tokens is null then c.worst_usd else c.cost_usd end`;

interface SpentRow {
  readonly tokens: number;
  readonly usd: number | null;
}

async function spent(db: Database, which: RawBuilder<unknown>): Promise<SpentRow> {
  const { rows } = await sql<SpentRow>`
    select coalesce(sum(${TOKENS}), 0)::float8 as tokens, sum(${USD}) as usd
    from model_call c where ${which} and ${COUNTED}`.execute(db);
  return rows[0]!;
}

/** What the last 24 hours took, by who pays and what for; where one price is not known, neither is the sum. */
export async function spentByPayer(db: Database): Promise<SpendingCount[]> {
  const { rows } = await sql<SpendingCount>`
    select payer, purpose, coalesce(sum(tokens), 0)::float8 as tokens,
      case when bool_or(c.tokens is not null and c.usd is null) then null else coalesce(sum(usd), 0) end as usd
    from unnest(array['server', 'people']) payer cross join unnest(array['tasks', 'probes']) purpose
    left join (
      select case when c.own_key then 'people' else 'server' end as payer,
        case when c.task_id is null then 'probes' else 'tasks' end as purpose, ${TOKENS} as tokens, ${USD} as usd
      from model_call c where c.started_at > now() - interval '24 hours' and ${COUNTED}
    ) c using (payer, purpose)
    group by payer, purpose`.execute(db);
  return rows;
}

/** Whose calls a scope counts; a task or a person is missing where a call was made outside any. */
export interface Spender {
  readonly task_id: string | null;
  readonly user_id: string | null;
  readonly address: string | null;
}

/** Serialises looks at budgets that several tasks share, so that two calls at once cannot both be the last that fits. */
const BUDGET_LOCK = 7_703;
/** Calls that whoever runs the server pays for. */
const ON_THE_HOUSE = sql`not c.own_key`;

function counted(scope: BudgetScope, { task_id, user_id, address }: Spender): RawBuilder<unknown> {
  const day = sql`c.started_at > now() - interval '24 hours'`;
  switch (scope) {
    case "task":
      return sql`c.task_id = ${task_id}`;
    case "user_day":
      return sql`c.user_id = ${user_id} and ${day}`;
    case "address_day":
      return sql`c.address is not null and c.address = ${address}::text and ${ON_THE_HOUSE} and ${day}`;
    case "instance_day":
      return sql`${ON_THE_HOUSE} and ${day}`;
  }
}

/** Whether a scope binds a call: who pays themselves is bound by no budget of those who run the server. */
function binds(scope: BudgetScope, { task_id, user_id, address }: Spender, own_key: boolean): boolean {
  switch (scope) {
    case "task":
      return task_id !== null;
    case "user_day":
      return user_id !== null;
    case "address_day":
      return address !== null && !own_key;
    case "instance_day":
      return !own_key;
  }
}

/** A budget that one more call would pass: in which unit, its limit, and what is spent already. */
export interface Overrun {
  readonly scope: BudgetScope;
  readonly unit: "tokens" | "usd";
  readonly limit: number;
  readonly spent: number;
  /** When enough of a day's calls are a day old, ISO 8601; null where waiting does not help, because it is no day's or too small. */
  readonly room_at: string | null;
}

/**
 * The first budget that a call of at most its worst case would pass, or null; until the transaction ends nobody else looks.
 * Calls of unknown price count in tokens only.
 */
export async function overrun(
  tx: Database,
  spender: Spender,
  { budgets, request }: { budgets: Budgets; request: CallRequest },
): Promise<Overrun | null> {
  const { worst, own_key = false } = request;
  const scopes = BUDGET_SCOPES.filter((scope) => budgets[scope] && binds(scope, spender, own_key));
  if (scopes.length > 0) await sql`select pg_advisory_xact_lock(${BUDGET_LOCK})`.execute(tx);
  for (const scope of scopes) {
    const limit = budgets[scope] ?? {};
    const { tokens, usd } = await spent(tx, counted(scope, spender));
    const wanted = worst.input_tokens + worst.output_tokens;
    if (limit.tokens !== undefined && tokens + wanted > limit.tokens)
      return withRoom(tx, spender, { scope, unit: "tokens", limit: limit.tokens, spent: tokens, wanted });
    const price = worst.cost_usd ?? 0;
    if (limit.usd !== undefined && (usd ?? 0) + price > limit.usd)
      return withRoom(tx, spender, { scope, unit: "usd", limit: limit.usd, spent: usd ?? 0, wanted: price });
  }
  return null;
}

/** When a call that wants so much fits again, if nobody calls meanwhile: calls leave a day in the order in which they came. */
async function withRoom(
  tx: Database,
  spender: Spender,
  { wanted, ...over }: Omit<Overrun, "room_at"> & { readonly wanted: number },
): Promise<Overrun> {
  if (over.scope === "task") return { ...over, room_at: null };
  const amount = over.unit === "usd" ? USD : TOKENS;
  const { rows } = await sql<{ at: Date }>`
    select started_at + interval '24 hours' as at from (
      select c.started_at, sum(${amount}) over (order by c.started_at, c.call_id)::float8 as gone
      from model_call c where ${counted(over.scope, spender)} and ${COUNTED}
    ) left_behind
    where ${over.spent}::float8 + ${wanted}::float8 - gone <= ${over.limit}::float8 order by started_at limit 1`.execute(tx);
  return { ...over, room_at: rows[0]?.at.toISOString() ?? null };
}

interface UsageRow {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
  readonly calls: number;
  readonly worst_input: number;
  readonly worst_output: number;
  readonly worst_usd: number | null;
}

/** What the chosen calls cost: answered ones as the provider counted, the unconfirmed apart. One unknown price makes the sum unknown (PL6). */
export const usageColumns = sql`
  coalesce(sum(coalesce(c.input_tokens, c.worst_input_tokens)) filter (where c.status = 'finished'), 0)::float8 as input_tokens,
  coalesce(sum(coalesce(c.output_tokens, c.worst_output_tokens)) filter (where c.status = 'finished'), 0)::float8 as output_tokens,
  case when bool_or(c.cost_usd is null) filter (where c.status = 'finished') then null
    else coalesce(sum(c.cost_usd) filter (where c.status = 'finished'), 0) end as cost_usd,
  (count(*) filter (where ${UNCONFIRMED}))::int as calls,
  coalesce(sum(c.worst_input_tokens) filter (where ${UNCONFIRMED}), 0)::float8 as worst_input,
  coalesce(sum(c.worst_output_tokens) filter (where ${UNCONFIRMED}), 0)::float8 as worst_output,
  case when bool_or(c.worst_usd is null) filter (where ${UNCONFIRMED}) then null
    else coalesce(sum(c.worst_usd) filter (where ${UNCONFIRMED}), 0) end as worst_usd`;

export const usageRecord = (row: UsageRow): Usage => ({
  input_tokens: row.input_tokens,
  output_tokens: row.output_tokens,
  cost_usd: row.cost_usd,
  ...(row.calls === 0
    ? {}
    : {
        unconfirmed: {
          calls: row.calls,
          input_tokens: row.worst_input,
          output_tokens: row.worst_output,
          cost_usd: row.worst_usd,
        },
      }),
});

/** The usage of the chosen calls. */
export async function usageOf(db: Database, which: RawBuilder<unknown>): Promise<Usage> {
  const { rows } = await sql<UsageRow>`select ${usageColumns} from model_call c where ${which}`.execute(db);
  return usageRecord(rows[0]!);
}
