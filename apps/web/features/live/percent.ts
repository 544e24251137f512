import type { Snapshot } from "@wayfinder/protocol/fold";
import { partsOf } from "./eta.ts";
import { hasGaps } from "./has-gaps.ts";
import type { Purpose } from "./purpose.ts";

/** Where the content begins on the scale of a whole generation, in percent (the pipeline's own scale). */
const CONTENT_FROM = 40;

type Told = Pick<Snapshot, "percent" | "status" | "steps" | "failed_units">;

/**
 * How far a task is: of a whole roadmap as its log tells, of a later one by its parts. Null where there is but one part, which is done or not.
 * What is missing at the end is not done, though the log counts it as settled.
 */
export function percentOf(snapshot: Told, purpose: Purpose | null): number | null {
  const { percent, status, steps, failed_units } = snapshot;
  if (purpose?.kind === "change" || purpose?.kind === "rewrite") return null;
  const parts = partsOf({ steps });
  if (hasGaps(snapshot)) {
    const from = purpose === null ? CONTENT_FROM : 0;
    const share = parts ? Math.max(0, parts.total - failed_units.length) / parts.total : 0;
    return Math.floor(from + (100 - from) * share);
  }
  if (purpose === null) return Math.round(percent);
  if (status === "completed") return 100;
  return parts ? Math.round((100 * parts.done) / parts.total) : 0;
}
