import type { Outcome, Violations } from "./violations.ts";

const NAME_WIDTH = 26;
const COUNTED = ["sessions", "events", "faults"] as const;

/** The columns of what is to be 0 everywhere. */
const HEADS: Readonly<Record<keyof Violations, string>> = {
  gap: "gap",
  duplicate: "dup",
  reorder: "reorder",
  altered: "altered",
  incomplete: "incomplete",
  malformed: "malformed",
  sends_after_close: "sent late",
  rejection: "unhandled",
  over_budget: "over budget",
  leak: "leak",
  twice: "twice",
  unexpected: "unexpected",
};

/** One line a class, as a table that a person reads: what was tried, then how often each thing happened that must not. */
export function outcomeTable(outcomes: ReadonlyMap<string, Outcome>): string {
  const heads = [...COUNTED, ...Object.values(HEADS)];
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell, i) => String(cell).padStart((heads[i]?.length ?? 0) + 2)).join("");
  const rows = [...outcomes].map(([name, { sessions, delivered, faults, violations }]) =>
    line(name, [sessions, delivered, faults, ...(Object.keys(HEADS) as (keyof Violations)[]).map((what) => violations[what])]),
  );
  return [line("class", heads), ...rows].join("\n");
}

/** How many violations there were. */
export const violationCount = (violations: Violations): number => Object.values(violations).reduce((sum, n) => sum + n, 0);
