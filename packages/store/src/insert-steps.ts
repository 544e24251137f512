import type { StepRequest } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Hands out steps in the transaction that makes them necessary. The hash is of the input's canonical jsonb text. */
export async function insertSteps(db: Database, task_id: string, steps: readonly StepRequest[]): Promise<void> {
  for (const step of steps) {
    const input = JSON.stringify(step.input);
    await sql`
      insert into step (task_id, path, name, input, input_hash, status)
      values (${task_id}, ${step.path}, ${step.name}, ${input}::jsonb, md5((${input}::jsonb)::text), ${step.waits ? "waiting" : "ready"})
    `.execute(db);
  }
}
