import { SPAN_MS, type Point } from "./history.ts";

/** The chart's own units; it is stretched to its place. */
export const SPARK = { width: 300, height: 32 } as const;
/** Half a line's width stays free above and below. */
const EDGE = 1;

/** A line through the points, the newest at the right edge, 5 minutes wide, from 0 to the highest. Empty with fewer than two points. */
export function sparkPath(points: readonly Point[]): string {
  const newest = points.at(-1);
  if (!newest || points.length < 2) return "";
  const highest = Math.max(...points.map(({ value }) => value));
  const room = SPARK.height - 2 * EDGE;
  const x = (at: number) => SPARK.width * (1 - (newest.at - at) / SPAN_MS);
  const y = (value: number) => SPARK.height - EDGE - (highest === 0 ? 0 : (value / highest) * room);
  return points.map(({ at, value }, i) => `${i === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
}
