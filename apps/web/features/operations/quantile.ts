import type { FigureHistogram } from "@wayfinder/protocol";

/**
 * The value below which the share `q` of what came between two readings of a histogram lies, in seconds; null when nothing came.
 *
 * As Prometheus reckons it: evenly spread within a bucket; beyond the last bound, that bound.
 */
export function quantile(q: number, newer: FigureHistogram, older: FigureHistogram): number | null {
  const total = newer.count - older.count;
  if (total <= 0) return null;
  const rank = q * total;
  let [below, lower] = [0, 0];
  for (const [i, { le_s, count }] of newer.buckets.entries()) {
    const upTo = count - (older.buckets[i]?.count ?? 0);
    if (upTo >= rank) return lower + ((le_s - lower) * (rank - below)) / (upTo - below);
    [below, lower] = [upTo, le_s];
  }
  return lower;
}
