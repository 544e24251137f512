import type { CallTimeouts } from "@wayfinder/llm";
import { z } from "zod";

const AN_HOUR_MS = 3_600_000;
const LIMITS = "must be a whole number of milliseconds from 1 to an hour";
const Milliseconds = z.coerce.number(LIMITS).int(LIMITS).min(1, LIMITS).max(AN_HOUR_MS, LIMITS).optional();

/** How long a call may take (PL5), where a slow or a quick model needs other limits than the usual ones. */
export const TIMEOUT_VARIABLES = {
  LLM_FIRST_BYTE_MS: Milliseconds,
  LLM_SILENCE_MS: Milliseconds,
  LLM_TOTAL_MS: Milliseconds,
};

/** Only the limits that were set. */
export function timeoutsOf(e: z.infer<z.ZodObject<typeof TIMEOUT_VARIABLES>>): Partial<CallTimeouts> {
  return {
    ...(e.LLM_FIRST_BYTE_MS === undefined ? {} : { first_byte_ms: e.LLM_FIRST_BYTE_MS }),
    ...(e.LLM_SILENCE_MS === undefined ? {} : { silence_ms: e.LLM_SILENCE_MS }),
    ...(e.LLM_TOTAL_MS === undefined ? {} : { total_ms: e.LLM_TOTAL_MS }),
  };
}
