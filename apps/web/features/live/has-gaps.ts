import type { Snapshot } from "@wayfinder/protocol/fold";

/** Whether a task has come to its end with parts that could not be written. */
export const hasGaps = ({ status, failed_units }: Pick<Snapshot, "status" | "failed_units">): boolean =>
  status === "completed" && failed_units.length > 0;
