import type { CallStore, StepCost } from "@wayfinder/engine";
import { sql } from "kysely";
import { beginCall } from "./begin-call.ts";
import { beginProbe } from "./begin-probe.ts";
import type { Bus } from "./bus.ts";
import type { Database } from "./database.ts";
import { failCall, finishCall, type CallEnded } from "./end-call.ts";
import { usageColumns, usageOf, usageRecord } from "./spending.ts";

/** The journal of paid calls. */
export function createCallStore(db: Database, bus: Bus): CallStore {
  const tell = (ended: CallEnded | null): void => {
    if (ended?.head != null) bus.tell({ kind: "task", task_id: ended.task_id, head: ended.head });
  };

  return {
    async beginCall(input) {
      const { head, ...start } = await beginCall(db, input);
      if (head !== undefined) bus.tell({ kind: "task", task_id: input.lease.task_id, head });
      return start;
    },

    finishCall: async ({ call_id, answer }) => tell(await finishCall(db, call_id, answer)),
    failCall: async ({ call_id, ...failure }) => tell(await failCall(db, call_id, failure)),

    beginProbe: (input) => beginProbe(db, input),

    spentToday: ({ user_id }) => usageOf(db, sql`c.user_id = ${user_id} and c.started_at > now() - interval '24 hours'`),

    async listCosts({ task_id }) {
      type Row = Parameters<typeof usageRecord>[0] & Pick<StepCost, "path" | "role" | "model"> & { readonly made: number };
      const { rows } = await sql<Row>`
        select c.path, c.role, c.model, count(*)::int as made, ${usageColumns}
        from model_call c where c.task_id = ${task_id} group by c.path, c.role, c.model order by min(c.call_id)`.execute(db);
      return rows.map(({ path, role, model, made, ...row }) => ({ path, role, model, calls: made, ...usageRecord(row) }));
    },
  };
}
