/** What a client does after a close: stop for ever, back off and resume, one jittered retry, refresh the ticket once, probe over HTTP, or look whether the final event was seen. */
export type CloseAction = "stop" | "backoff" | "retry" | "refresh" | "probe" | "finished";

export interface CloseCode {
  readonly code: number;
  readonly reason: string;
  readonly action: CloseAction;
}

/** The close codes of the task channel (CC), once for both sides. */
export const CLOSE = {
  finished: { code: 4000, reason: "finished", action: "finished" },
  bad_message: { code: 4400, reason: "bad message", action: "stop" },
  not_signed_in: { code: 4401, reason: "not signed in or ticket expired", action: "refresh" },
  not_yours: { code: 4403, reason: "not yours", action: "stop" },
  no_such_task: { code: 4404, reason: "no such task", action: "stop" },
  no_common_version: { code: 4406, reason: "no common version", action: "stop" },
  too_slow_to_speak: { code: 4408, reason: "too slow", action: "backoff" },
  gone: { code: 4410, reason: "gone", action: "stop" },
  wrong_path: { code: 4426, reason: "wrong path", action: "stop" },
  too_many: { code: 4429, reason: "too many", action: "backoff" },
  internal: { code: 4500, reason: "internal", action: "backoff" },
  slow_reader: { code: 4508, reason: "slow reader", action: "backoff" },
  restart: { code: 1012, reason: "restart", action: "retry" },
  overload: { code: 1013, reason: "overload", action: "backoff" },
} as const satisfies Record<string, CloseCode>;
export type CloseName = keyof typeof CLOSE;

/**
 * What to do after a close with `code` on a connection that had opened.
 *
 * Codes nobody has named yet follow their hundred: 4000–4099 and 44xx stop, 45xx back off, everything else backs off (CC).
 * 1000, 1001, 1005 and 1006 mean `finished`: done if the final event was seen, else back off. A 1006 before open is a probe, which the caller decides.
 *
 * It does not look into the table above, so that a client need not load the words of the server; a test holds the two together.
 */
export function actionAfterClose(code: number): CloseAction {
  if ([1000, 1001, 1005, 1006, 4000].includes(code)) return "finished";
  if ([1008, 1015].includes(code)) return "probe";
  if (code === 1012) return "retry";
  if (code === 4401) return "refresh";
  if ([4408, 4429].includes(code)) return "backoff";
  const isBroken = [1002, 1003, 1007, 1009, 1010].includes(code);
  return isBroken || /^4[04]..$/.test(String(code)) ? "stop" : "backoff";
}
