import { createHash } from "node:crypto";
import type { CallRequest } from "@wayfinder/engine";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Where a call belongs; what is null is so for calls outside any task. */
interface CallPlace {
  readonly root_task_id: string | null;
  readonly task_id: string | null;
  readonly user_id: string | null;
  readonly address: string | null;
  readonly path: string;
  readonly token: number | null;
}

/** What tells one question from another. */
export const inputHash = ({ input }: CallRequest): string => createHash("sha256").update(input).digest("base64url");

/** Writes a call down before it is made (PL2); its id. */
export async function insertCall(tx: Database, place: CallPlace, request: CallRequest): Promise<number> {
  const { root_task_id, task_id, user_id, address, path, token } = place;
  const { worst, key, role, model, prompt, own_key = false } = request;
  const { rows } = await sql<{ call_id: number }>`
    insert into model_call (root_task_id, task_id, user_id, address, path, key, input_hash, token, role, model, prompt,
      worst_input_tokens, worst_output_tokens, worst_usd, own_key)
    values (${root_task_id}, ${task_id}, ${user_id}, ${address}, ${path}, ${key}, ${inputHash(request)}, ${token}::bigint,
      ${role}, ${model}, ${prompt}, ${worst.input_tokens}, ${worst.output_tokens}, ${worst.cost_usd}, ${own_key}::boolean)
    returning call_id`.execute(tx);
  return rows[0]!.call_id;
}
