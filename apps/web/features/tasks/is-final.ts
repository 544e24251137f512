import type { TaskStatus } from "@wayfinder/protocol";

// The protocol's isFinal stands beside schemas whose validator a page should not load.
const FINAL: ReadonlySet<TaskStatus> = new Set(["completed", "failed", "cancelled"]);

/** Whether a task has ended. */
export const isFinal = (status: TaskStatus): boolean => FINAL.has(status);
