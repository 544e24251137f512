import { MISTAKE_BUDGET, URL_MISTAKES, type Moment, type UrlMistake } from "./url-mistake.ts";

/** What came of a mistake in a client. Dials and probes are counted at the server's side. */
export interface MistakeTrial {
  readonly mistake: UrlMistake;
  readonly client: "Node" | "Chromium";
  readonly moment: Moment;
  /** The last state, with its reason if it failed. */
  readonly ended: string;
  readonly dials: number;
  readonly probes: number;
  /** From the mistake to the final state, by the client's clock. */
  readonly ms: number;
  /** Lines that say what is wrong. */
  readonly said: number;
}

/** What was not as CL6 has it; empty when all was. */
export function faultsOf({ mistake, ended, dials, probes, ms, said }: MistakeTrial): string[] {
  const wrong: string[] = [];
  if (ended !== `failed ${mistake.ends}`) wrong.push(`ended as ${ended}, not failed ${mistake.ends}`);
  if (dials > MISTAKE_BUDGET.dials) wrong.push(`${dials} dials`);
  if (probes > MISTAKE_BUDGET.probes) wrong.push(`${probes} probes`);
  if (ms > MISTAKE_BUDGET.ms) wrong.push(`${Math.round(ms)} ms`);
  if (said !== 1) wrong.push(`said ${said} times`);
  return wrong;
}

const COLUMNS = [
  ["Node", "before"],
  ["Node", "after"],
  ["Chromium", "before"],
  ["Chromium", "after"],
] as const;
const WIDTH = 20;
const WHAT_WIDTH = 30;

/** A line a mistake: how it has to end, and for each client and moment dials, probes and seconds until it did. */
export function mistakeTable(trials: readonly MistakeTrial[]): string {
  const line = (what: string, cells: readonly string[]) => what.padEnd(WHAT_WIDTH) + cells.map((c) => c.padEnd(WIDTH)).join("");
  const rows = URL_MISTAKES.map((mistake) => {
    const cells = COLUMNS.map(([client, moment]) => {
      const one = trials.find((t) => t.mistake === mistake && t.client === client && t.moment === moment);
      return one === undefined ? "–" : `${one.dials}d ${one.probes}p ${(one.ms / 1_000).toFixed(1)} s`;
    });
    return line(mistake.what, [mistake.ends, ...cells]).trimEnd();
  });
  const head = line("mistake", ["ends as", ...COLUMNS.map(([client, moment]) => `${client} ${moment}`)]);
  return [head, ...rows].join("\n");
}
