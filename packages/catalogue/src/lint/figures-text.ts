import type { DomainFigures, Spread } from "./domain-figures.ts";

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const spread = ({ min, median, max }: Spread): string => `${min} / ${median} / ${max}`;
const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, n]) => `${what} ${n}`)
    .join(", ");

/** A domain in one line. */
export function briefFigures(d: DomainFigures): string {
  const { low, likely, high } = d.hours;
  const prose = `${d.size.en.median} words and ${d.size.zh.median} Han characters at the median`;
  const quiz = `${total(d.items)} quiz items on ${percent(d.tested / (d.outcomes || 1))} of ${d.outcomes} outcomes`;
  return `${d.id}: ${d.concepts} concepts, ${likely} h (${low} to ${high}), depth ${d.depth}, ${prose}, ${quiz}`;
}

/** A domain in full, one figure a line. */
export function fullFigures(d: DomainFigures): string {
  const { low, likely, high } = d.hours;
  const rows: readonly (readonly [string, string])[] = [
    ["concepts", `${d.concepts}, of them ${d.projects} projects`],
    ["English words per concept (least / median / most)", spread(d.size.en)],
    ["Han characters per concept (least / median / most)", spread(d.size.zh)],
    ["hours (low / likely / high)", `${low} / ${likely} / ${high}`],
    ["longest hard chain", `${d.depth} concepts`],
    ["outcomes tested by a quiz item", `${d.tested} of ${d.outcomes} (${percent(d.tested / (d.outcomes || 1))})`],
    ["quiz items", `${total(d.items)}: ${listed(d.items)}`],
    ["place of the key, single choice", d.key_places.map((n, at) => `${at + 1}: ${n}`).join(", ")],
    ["places of the keys, multiple choice", listed(d.key_sets)],
    ["key is the longest option", percent(d.longest_share)],
    ["true-false items that are true", percent(d.true_share)],
  ];
  return [`${d.id}`, ...rows.map(([what, figure]) => `  ${what}: ${figure}`)].join("\n");
}
