import type { Point } from "./history.ts";
import { SPARK, sparkPath } from "./spark-path.ts";

/** A small chart of the last 5 minutes; the words beside it say what it shows. */
export function Sparkline({ points }: { points: readonly Point[] }) {
  return (
    <svg
      viewBox={`0 0 ${SPARK.width} ${SPARK.height}`}
      preserveAspectRatio="none"
      aria-hidden
      className="mt-auto mb-1 h-8 w-full overflow-visible"
    >
      <path d={`M0 ${SPARK.height - 0.5}H${SPARK.width}`} stroke="var(--line)" vectorEffect="non-scaling-stroke" />
      <path
        d={sparkPath(points)}
        fill="none"
        stroke="var(--ink-2)"
        strokeWidth={1.5}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
