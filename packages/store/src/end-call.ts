import type { CallAnswer, CallFailure } from "@wayfinder/engine";
import { sql, type RawBuilder } from "kysely";
import { appendEvents } from "./append-events.ts";
import type { Database } from "./database.ts";
import { usageOf } from "./spending.ts";

/** The task whose usage changed, and its head if it is still open; there is none of a call outside any task. */
export interface CallEnded {
  readonly task_id: string;
  readonly head: number | null;
}

/** Keeps a raw answer, a zombie's too: it was paid for (PL2). */
export const finishCall = (db: Database, call_id: number, { text, finish, cost }: CallAnswer): Promise<CallEnded | null> =>
  endCall(
    db,
    call_id,
    sql`status = 'finished', answer = ${text}, finish = ${finish}, input_tokens = ${cost?.input_tokens ?? null}::int,
      output_tokens = ${cost?.output_tokens ?? null}::int, cost_usd = ${cost?.cost_usd ?? null}::float8`,
  );

/** A call that brought no answer. */
export const failCall = (
  db: Database,
  call_id: number,
  { message, possibly_billed, standing = null }: CallFailure,
): Promise<CallEnded | null> =>
  endCall(
    db,
    call_id,
    sql`status = 'failed', message = ${message}, possibly_billed = ${possibly_billed}::boolean, standing = ${standing}::text`,
  );

/** Ends a call and tells the task's new usage in one commit, in its row alone when its log has ended; the row is locked first, as everywhere. */
const endCall = (db: Database, call_id: number, ending: RawBuilder<unknown>): Promise<CallEnded | null> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ task_id: string }>`
      select t.task_id from task t where t.task_id = (select task_id from model_call where call_id = ${call_id}) for update`.execute(
      tx,
    );
    await sql`
      update model_call set ${ending}, ended_at = now()
      where call_id = ${call_id} and status in ('running', 'lost')`.execute(tx);
    const task_id = rows[0]?.task_id;
    if (task_id === undefined) return null;
    const usage = await usageOf(tx, sql`c.task_id = ${task_id}`);
    const told = await appendEvents(tx, { task_id }, [{ type: "usage", usage }]);
    if (!told) await sql`update task set usage = ${JSON.stringify(usage)}::jsonb where task_id = ${task_id}`.execute(tx);
    return { task_id, head: told?.head ?? null };
  });
