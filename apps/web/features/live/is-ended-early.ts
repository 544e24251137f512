import type { Snapshot } from "@wayfinder/protocol/fold";

/** Whether a task that was to make a whole roadmap has ended with nothing understood and nothing drawn. */
export const isEndedEarly = ({ status, intent, stages }: Pick<Snapshot, "status" | "intent" | "stages">): boolean =>
  (status === "failed" || status === "cancelled") && intent === undefined && stages.length === 0;
