import type { ConnectionName, FailureReason } from "./connection-state.ts";
import { NO_COUNTS, type Counters } from "./counters.ts";
import type { FallbackName, TransportName } from "./transport.ts";

/** The one connection of the present generation, from its dial to its close. */
export interface Line {
  readonly opened: boolean;
  /** Whether `connected` has come; before it no event is taken. */
  readonly connected: boolean;
  readonly heartbeat_ms: number;
  readonly ack_every: number;
  readonly unacked: number;
  /** Whether the task had already ended when the server said `connected`. */
  readonly task_ended: boolean;
  /** Whether events count as progress: after a reset they are the old ones again. */
  readonly progresses: boolean;
  readonly heard_at: number;
  /** When the watch was set and for how long, to tell a clock jump (CL11). */
  readonly watched_at: number;
  readonly watch_ms: number;
  /** The head that a heartbeat told of while we were behind it. */
  readonly behind: number | null;
  /** What an `error` message said would come. */
  readonly warning: { readonly code: number; readonly after_ms: number; readonly path: string | null } | null;
}

/** The whole state of a channel's connection. Times are milliseconds of the handed-in clock. */
export interface MachineState {
  readonly name: ConnectionName;
  readonly url: string;
  readonly task_id: string;
  /** The number of the last event delivered. */
  readonly last: number;
  /** Whether `last` is known: until the caller, `connected` or an event tells, the server decides where to begin. */
  readonly placed: boolean;
  readonly epoch: string | null;
  /** Whether tickets in band let us in (HS8). */
  readonly ticketed: boolean;
  /** Counts dials: what comes from an earlier one is stale (CL2). */
  readonly generation: number;
  readonly line: Line | null;
  /** What the next dial goes over. */
  readonly transport: TransportName;
  /** Dials in a row over it that did not connect although the address is right (CL8). */
  readonly blocked: number;
  /** When `transport` was fallen back to. */
  readonly fell_at: number;
  /** n of CL3. */
  readonly attempt: number;
  readonly failing_since: number | null;
  readonly suspended_since: number | null;
  readonly next_try_at: number | null;
  /** The earliest next dial, by the server's wish. */
  readonly not_before: number;
  /** Whether a person asked for the next dial. */
  readonly clicked: boolean;
  readonly online: boolean;
  readonly visible: boolean;
  /** Whether the one refresh of a 401 has been used. */
  readonly refreshed: boolean;
  /** Whether the one free retry of a restart (1012) has been used. */
  readonly restarted: boolean;
  /** Probes that found no task channel, and since when. */
  readonly suspicion: { readonly count: number; readonly since: number } | null;
  readonly reason: FailureReason | null;
  readonly right_path: string | null;
  readonly counters: Counters;
}

/** Nothing counts against the channel: it connected and got on (CL3). */
export const HEALTHY = { attempt: 0, failing_since: null, suspended_since: null, restarted: false } as const;

/** A channel before its start. `after` is the number of the last event its caller already has, `epoch` its log, `fallback` what an earlier channel of this page fell back to. */
export function initialState({
  url,
  task_id,
  after,
  epoch = null,
  fallback,
  getTicket,
}: {
  url: string;
  task_id: string;
  after?: number | undefined;
  epoch?: string | null;
  fallback?: FallbackName | undefined;
  getTicket?: unknown;
}): MachineState {
  return {
    name: "idle",
    url,
    task_id,
    last: after ?? 0,
    placed: after !== undefined,
    epoch,
    ticketed: getTicket !== undefined,
    generation: 0,
    line: null,
    transport: fallback ?? "web_socket",
    blocked: 0,
    fell_at: -Infinity,
    ...HEALTHY,
    next_try_at: null,
    not_before: -Infinity,
    clicked: false,
    online: true,
    visible: true,
    refreshed: false,
    suspicion: null,
    reason: null,
    right_path: null,
    counters: NO_COUNTS,
  };
}
