import { CLOSE } from "@wayfinder/protocol/close-code";
import type { FailureReason } from "./connection-state.ts";

const BY_CLOSE_CODE: Readonly<Record<number, FailureReason>> = {
  [CLOSE.bad_message.code]: "bad_message",
  [CLOSE.not_signed_in.code]: "not_signed_in",
  [CLOSE.not_yours.code]: "not_yours",
  [CLOSE.no_such_task.code]: "no_such_task",
  [CLOSE.no_common_version.code]: "no_common_version",
  [CLOSE.gone.code]: "gone",
  [CLOSE.wrong_path.code]: "wrong_url",
};

/** The reason behind a close code that says stop. */
export const reasonOfClose = (code: number): FailureReason => BY_CLOSE_CODE[code] ?? "refused";

const SENTENCES: Readonly<Record<FailureReason, string>> = {
  wrong_url: "Wrong URL: no task channel answers there.",
  not_signed_in: "Not signed in, and signing in again did not help.",
  not_yours: "This task belongs to somebody else.",
  no_such_task: "There is no such task.",
  gone: "The log of this task has expired.",
  no_common_version: "The server speaks no version of the protocol that this client knows; reload the page.",
  bad_message: "The server could not understand this client.",
  refused: "The server refused this client for good.",
};

/** The one console line that says what is wrong (CL6): the reason, the address and, if known, the right path. */
export function failureLine(reason: FailureReason, { url, right_path }: { url: string; right_path: string | null }): string {
  const hint = right_path === null ? "" : ` The right path is ${right_path}`;
  return `[WS] Stopped: ${SENTENCES[reason]} ${url}${hint}`;
}
