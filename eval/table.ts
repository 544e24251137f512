import type { Score } from "./score.ts";
import type { Summary } from "./summary.ts";

const HEAD = [
  "output",
  "concepts",
  "sound",
  "repairs",
  "dupl.",
  "redund.",
  "hours",
  "must-have",
  "in order",
  "not as it should be",
];

/** One line for each output, as a person reads it. */
export function scoreTable(scores: ReadonlyMap<string, Score>): string {
  return aligned([HEAD, ...[...scores].map(([name, score]) => row(name, score))]);
}

function row(name: string, score: Score): string[] {
  if (!score.ok) return [name, "–", "–", "–", "–", "–", "–", "–", "–", `refused: ${score.problem}`];
  const { findings, repairs, must, missing, pairs, wrong_order } = score;
  const faults = [...findings, ...missing.map((key) => `no ${key}`), ...wrong_order.map((pair) => `not ${pair}`)];
  return [
    name,
    String(score.concepts),
    findings.length === 0 ? "yes" : "no",
    String(Object.values(repairs).reduce((a, b) => a + b, 0)),
    String(score.duplicates),
    String(score.redundant_edges),
    score.hours_ratio.toFixed(2),
    `${must - missing.length}/${must}`,
    `${pairs - wrong_order.length}/${pairs}`,
    faults.join("; "),
  ];
}

/** The figures of all, one a line. */
export function summaryTable(summary: Summary): string {
  const share = (value: number | null) => (value === null ? "–" : `${value} %`);
  return aligned([
    ["outputs", String(summary.outputs)],
    ["refused (a model would be asked again)", String(summary.refused)],
    ["sound after repair (PR1–PR5)", share(summary.sound)],
    ["repairs per roadmap (PR7)", String(summary.repairs_per_roadmap ?? "–")],
    ...Object.entries(summary.repairs).map(([key, count]) => [`  ${key}`, String(count)]),
    ["duplicates left, by name or alias (PR2)", String(summary.duplicates)],
    ["redundant edges left (PR2)", String(summary.redundant_edges)],
    ["known skills taught (PR3)", String(summary.known_taught)],
    ["hours within ±10 % (PR4)", share(summary.hours_within_10)],
    ["must-have concepts covered", share(summary.coverage)],
    ["prerequisite pairs in order", share(summary.pairs_in_order)],
  ]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
