import type { Score } from "./score.ts";

/** PR4. */
const HOURS_TOLERANCE = 0.1;

/** The figures of many roadmaps together; shares in percent with one decimal, null where there is nothing to share. */
export interface Summary {
  readonly outputs: number;
  /** Answers out of which code alone made no roadmap. */
  readonly refused: number;
  readonly sound: number | null;
  readonly repairs_per_roadmap: number | null;
  readonly repairs: Readonly<Record<string, number>>;
  readonly duplicates: number;
  readonly redundant_edges: number;
  readonly known_taught: number;
  readonly hours_within_10: number | null;
  readonly coverage: number | null;
  readonly pairs_in_order: number | null;
}

/** Sums scores up. A refused answer has no roadmap, so it counts among the refused only. */
export function summarise(scores: readonly Score[]): Summary {
  const made = scores.filter((score) => score.ok);
  const sum = (of: (score: (typeof made)[number]) => number) => made.reduce((total, score) => total + of(score), 0);
  const isWithin = ({ hours_ratio }: { hours_ratio: number }) => Math.abs(hours_ratio - 1) <= HOURS_TOLERANCE;
  const repairs = new Map<string, number>();
  for (const [key, count] of made.flatMap((score) => Object.entries(score.repairs)))
    repairs.set(key, (repairs.get(key) ?? 0) + count);
  const must = sum((score) => score.must);
  const pairs = sum((score) => score.pairs);
  return {
    outputs: scores.length,
    refused: scores.length - made.length,
    sound: percent(made.filter(({ findings }) => findings.length === 0).length, made.length),
    repairs_per_roadmap:
      made.length === 0 ? null : Math.round(([...repairs.values()].reduce((a, b) => a + b, 0) / made.length) * 10) / 10,
    repairs: Object.fromEntries([...repairs].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    duplicates: sum((score) => score.duplicates),
    redundant_edges: sum((score) => score.redundant_edges),
    known_taught: sum((score) => score.known_taught),
    hours_within_10: percent(made.filter(isWithin).length, made.length),
    coverage: percent(must - sum(({ missing }) => missing.length), must),
    pairs_in_order: percent(pairs - sum(({ wrong_order }) => wrong_order.length), pairs),
  };
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10);
