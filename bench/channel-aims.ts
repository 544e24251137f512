import { quantile } from "./quantiles.ts";

/** One line of the benchmark's results. */
export type Result = Readonly<Record<string, unknown>> & { readonly label: string; readonly target: string };

interface Aim {
  readonly what: string;
  readonly label: string;
  readonly figure: string;
  /** Measured against this target of the same round; an absolute figure without. */
  readonly beside?: string;
  readonly most?: number;
  readonly least?: number;
}

/** What the channel should reach beside its peers, in one process on one machine. */
const AIMS: readonly Aim[] = [
  { what: "fan-out, CPU per message, of FastAPI", label: "fanout", figure: "cpuPerM", beside: "fastapi", most: 0.6 },
  { what: "fan-out, CPU per message, of the C floor", label: "fanout", figure: "cpuPerM", beside: "floor", most: 2 },
  { what: "burst, messages per second, of FastAPI", label: "fanout", figure: "burstPerS", beside: "fastapi", least: 8 },
  { what: "append to client at 1,000 watchers, p99, ms", label: "fanout", figure: "latP99", most: 50 },
  { what: "replay, events per second, of FastAPI", label: "replay", figure: "eventsPerS", beside: "fastapi", least: 20 },
  {
    what: "replay after a restart, events per second, of FastAPI with all in memory",
    label: "replay after a restart",
    figure: "eventsPerS",
    beside: "fastapi",
    least: 5,
  },
  { what: "idle watcher at 10,000, KiB of memory", label: "idle", figure: "kibPerConn10000", most: 10 },
  {
    what: "storm, time until all are caught up, of FastAPI",
    label: "storm",
    figure: "caughtUpMs",
    beside: "fastapi",
    most: 0.25,
  },
];

/** The table of aims: what was measured, and by how much an aim was missed. */
export function aimsTable(results: readonly Result[]): string {
  const rows = AIMS.map((aim) => {
    const measured = measure(results, aim);
    const wanted = aim.most === undefined ? `≥ ${aim.least}` : `≤ ${aim.most}`;
    return `| ${aim.what} | ${wanted} | ${measured.toPrecision(3)} | ${verdict(measured, aim)} |`;
  });
  return `\n### Against the aims\n\n| figure | aim | measured | |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function measure(results: readonly Result[], aim: Aim): number {
  const ours = median(results, aim, "wayfinder");
  return aim.beside === undefined ? ours : ours / median(results, aim, aim.beside);
}

function median(results: readonly Result[], { label, figure }: Aim, target: string): number {
  const values = results.filter((r) => r.label === label && r.target === target).map((r) => Number(r[figure]));
  return quantile(values, 0.5);
}

function verdict(measured: number, { most = Number.POSITIVE_INFINITY, least = 0 }: Aim): string {
  if (measured <= most && measured >= least) return "reached";
  const by = measured > most ? measured / most - 1 : 1 - measured / least;
  return Number.isNaN(by) ? "not measured" : `missed by ${Math.round(by * 100)} %`;
}
