import type { Outcome, Violations } from "./violations.ts";

const WIDTH = 12;
const NAME_WIDTH = 26;

/** One line a class, as a table that a person reads; what was violated is named. */
export function outcomeTable(outcomes: ReadonlyMap<string, Outcome>): string {
  const head = line("class", ["sessions", "events", "faults", "violations"]);
  return [head, ...[...outcomes].map(([name, outcome]) => row(name, outcome))].join("\n");
}

/** How many violations there were. */
export const violationCount = (violations: Violations): number => Object.values(violations).reduce((sum, n) => sum + n, 0);

function row(name: string, { sessions, delivered, faults, violations }: Outcome): string {
  const named = Object.entries(violations).flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []));
  return `${line(name, [sessions, delivered, faults, violationCount(violations)])}  ${named.join(", ")}`.trimEnd();
}

const line = (name: string, cells: readonly (string | number)[]): string =>
  name.padEnd(NAME_WIDTH) + cells.map((cell) => String(cell).padStart(WIDTH)).join("");
