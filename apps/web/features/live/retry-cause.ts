/** What a try failed of, for which this page has words (`live.cause`). */
const CAUSES = ["overloaded", "rate_limited", "timed_out", "cut_off", "unreachable"] as const;
export type RetryCause = (typeof CAUSES)[number] | "other";

/** The cause by its code; newer servers may know more. */
export const retryCause = (code: string): RetryCause => CAUSES.find((cause) => cause === code) ?? "other";
