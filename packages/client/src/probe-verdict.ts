import type { FailureReason } from "./connection-state.ts";
import { reasonOfStatus } from "./failure.ts";

/** What a probe saw: an answer, an answer that the page may not read (no CORS headers), or none. */
export type ProbeAnswer =
  | { readonly kind: "answer"; readonly signed: boolean; readonly status: number; readonly retry_after_ms: number }
  | { readonly kind: "opaque" }
  | { readonly kind: "unreachable" };

/** What to do after a probe: stop for a reason, refresh the session, or back off. `suspect`: nothing there speaks the task channel. `blocked`: it is there, only the handshake does not come through. */
export type ProbeVerdict = FailureReason | "refresh" | "suspect" | "blocked" | "backoff";

/** What the socket's address answers to a plain request for a task that may be watched (HS2). */
const UPGRADE_REQUIRED = 426;

/**
 * The verdict on a handshake that never opened (CL5).
 *
 * Busy or broken (429, 5xx) is no proof of a wrong address, signed or not: a proxy answers those for a server that restarts.
 * An unreadable answer is suspicious only while the address has never worked: a proxy's error page carries no CORS headers either.
 */
export function probeVerdict(answer: ProbeAnswer, { worked_before }: { worked_before: boolean }): ProbeVerdict {
  if (answer.kind === "unreachable") return "backoff";
  if (answer.kind === "opaque") return worked_before ? "backoff" : "suspect";
  const { signed, status } = answer;
  if (status === 429 || status >= 500) return "backoff";
  if (!signed) return "suspect";
  if (status === 401) return "refresh";
  if (status === UPGRADE_REQUIRED) return "blocked";
  return reasonOfStatus(status) ?? "backoff";
}
