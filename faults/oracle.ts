import { isDeepStrictEqual } from "node:util";
import type { TaskEvent } from "@wayfinder/protocol";
import { noViolations, type Violations } from "./violations.ts";

/** Compares what a client delivered with the log: it has to be `log[1..k]`, and once done all of it. */
export function compareWithLog(delivered: readonly TaskEvent[], log: readonly TaskEvent[], done: boolean): Violations {
  const found = noViolations();
  const seen = new Set<number>();
  let before = 0;
  for (const event of delivered) {
    if (seen.has(event.seq)) found.duplicate += 1;
    else if (event.seq < before) found.reorder += 1;
    else if (event.seq > before + 1) found.gap += 1;
    if (!isDeepStrictEqual(event, log[event.seq - 1])) found.altered += 1;
    seen.add(event.seq);
    before = Math.max(before, event.seq);
  }
  if (!done || seen.size !== log.length) found.incomplete += 1;
  return found;
}

/** The least time between two dials, in ms (CL4). */
const SPACING_MS = 250;
/** A dial that stayed connected so long, in ms, is not counted. */
const ALIVE_MS = 10_000;
/** Dials in any time of so many ms (CL4). */
const CEILINGS = [
  [60_000, 10],
  [3_600_000, 60],
] as const;

/** How many of the dials at those times, in ms, CL4 does not allow. One that stayed connected 10 s gave its token back. */
export function dialsOverBudget(times: readonly number[]): number {
  const spent = (now: number, span: number, earlier: readonly number[]): number =>
    earlier.filter((at, i) => at > now - span && (times[i + 1] ?? now) - at < ALIVE_MS).length;
  return times.filter((now, i) => {
    const earlier = times.slice(0, i);
    if (now - (earlier.at(-1) ?? -Infinity) < SPACING_MS) return true;
    return CEILINGS.some(([span, most]) => spent(now, span, earlier) >= most);
  }).length;
}
