import type { CallStore, ProbeStart } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { insertCall } from "./insert-call.ts";
import { overrunWords } from "./overrun-words.ts";
import { overrun } from "./spending.ts";

type Input = Parameters<CallStore["beginProbe"]>[0];

/** Where such calls stand in the accounts, which know steps by their paths. */
const PATH = "probe";

/**
 * Writes a call outside any task down before it is made, unless it would pass a budget.
 *
 * Ten minutes are longer than a probe may take (150 s): whoever made what still runs has died, and it may have been billed.
 */
export const beginProbe = (db: Database, { asker, request, budgets }: Input): Promise<ProbeStart> =>
  db.transaction().execute(async (tx): Promise<ProbeStart> => {
    await sql`
      update model_call set status = 'lost', ended_at = now()
      where task_id is null and status = 'running' and started_at < now() - interval '10 minutes'`.execute(tx);
    const over = await overrun(tx, { task_id: null, ...asker }, { budgets, request });
    if (over) return { outcome: "over_budget", message: overrunWords("en", over) };
    const place = { root_task_id: null, task_id: null, ...asker, path: PATH, token: null };
    return { outcome: "begun", call_id: await insertCall(tx, place, request) };
  });
