import type { FailureReason } from "./connection-state.ts";

/** What a probe saw: an answer, an answer that the page may not read (no CORS headers), or none. */
export type ProbeAnswer =
  | { readonly kind: "answer"; readonly signed: boolean; readonly status: number; readonly retry_after_ms: number }
  | { readonly kind: "opaque" }
  | { readonly kind: "unreachable" };

/** What to do after a probe; `suspect` means: nothing there speaks the task channel. */
export type ProbeVerdict =
  | { readonly act: "stop"; readonly reason: FailureReason }
  | { readonly act: "refresh" }
  | { readonly act: "suspect" }
  /** The channel is there: only the handshake does not come through. */
  | { readonly act: "blocked" }
  | { readonly act: "backoff"; readonly after_ms: number };

const SIGNED_STOPS: Readonly<Record<number, FailureReason>> = {
  400: "bad_message",
  403: "not_yours",
  404: "no_such_task",
  410: "gone",
};

/** What the socket's address answers to a plain request for a task that may be watched (HS2). */
const UPGRADE_REQUIRED = 426;

/**
 * The verdict on a handshake that never opened (CL5).
 *
 * Busy or broken (429, 5xx) is no proof of a wrong address, signed or not: a proxy answers those for a server that restarts.
 * An unreadable answer is suspicious only while the address has never worked: a proxy's error page carries no CORS headers either.
 */
export function probeVerdict(answer: ProbeAnswer, { worked_before }: { worked_before: boolean }): ProbeVerdict {
  switch (answer.kind) {
    case "unreachable":
      return { act: "backoff", after_ms: 0 };
    case "opaque":
      return worked_before ? { act: "backoff", after_ms: 0 } : { act: "suspect" };
    case "answer":
      return verdictOnStatus(answer);
  }
}

function verdictOnStatus({ signed, status, retry_after_ms }: Extract<ProbeAnswer, { kind: "answer" }>): ProbeVerdict {
  if (status === 429 || status >= 500) return { act: "backoff", after_ms: retry_after_ms };
  if (!signed) return { act: "suspect" };
  if (status === 401) return { act: "refresh" };
  if (status === UPGRADE_REQUIRED) return { act: "blocked" };
  const reason = SIGNED_STOPS[status];
  return reason === undefined ? { act: "backoff", after_ms: retry_after_ms } : { act: "stop", reason };
}
