import type { FailureReason } from "./connection-state.ts";

/** Why a channel stops, by what HTTP says in the same places: a close code of the channel is that status and 4000 (CC). */
const REASONS: Readonly<Record<number, FailureReason>> = {
  400: "bad_message",
  401: "not_signed_in",
  403: "not_yours",
  404: "no_such_task",
  406: "no_common_version",
  410: "gone",
  426: "wrong_url",
};

/** The reason behind a close code that says stop. */
export const reasonOfClose = (code: number): FailureReason => REASONS[code - 4000] ?? "refused";

/** The reason behind a probe's status that says stop, or undefined where it says something else. */
export const reasonOfStatus = (status: number): FailureReason | undefined => REASONS[status];
