import type { Snapshot } from "@wayfinder/protocol/fold";
import { partsOf } from "./eta.ts";
import type { Purpose } from "./purpose.ts";

/** How far a task is: of a whole roadmap as its log tells, of a later one by its parts. Null where there is but one part, which is done or not. */
export function percentOf({ percent, status, steps }: Pick<Snapshot, "percent" | "status" | "steps">, purpose: Purpose | null) {
  if (purpose === null) return Math.round(percent);
  if (purpose.kind === "change" || purpose.kind === "rewrite") return null;
  if (status === "completed") return 100;
  const parts = partsOf({ steps });
  return parts ? Math.round((100 * parts.done) / parts.total) : 0;
}
