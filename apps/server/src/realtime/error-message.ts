import type { CloseCode, ControlMessage } from "@wayfinder/protocol";

/** What is said before a close besides its code. */
export interface ClosingWords {
  readonly reason?: string;
  readonly after_ms?: number;
  readonly path?: string;
}

/** The `error` that goes before a close, on whatever transport (MS4). */
export function errorMessage(task_id: string, code: CloseCode, { reason = code.reason, ...more }: ClosingWords): ControlMessage {
  const action = code.action === "finished" || code.action === "probe" ? "stop" : code.action;
  return { type: "error", task_id, code: code.code, reason, action, ...more };
}
