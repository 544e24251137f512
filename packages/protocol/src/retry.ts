import type { EventBody, EventHeader } from "./event.ts";

/** A try that is still to come, as the log tells it. */
export interface Retry {
  readonly code: string;
  /** Which try it is, from 2, of how many. */
  readonly attempt: number;
  readonly attempts: number;
  /** The earliest moment, ISO 8601. */
  readonly not_before: string;
  /** Whether it is under way. */
  readonly begun: boolean;
}

/** The next try that the event tells of. */
export function retryOf(event: Extract<EventBody, { type: "retry_planned" }> & Pick<EventHeader, "at">): Retry {
  const { code, attempt, attempts, retry_in_ms, at } = event;
  return { code, attempt, attempts, not_before: new Date(Date.parse(at) + retry_in_ms).toISOString(), begun: false };
}
