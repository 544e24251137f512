import type { FigureHistogram, ModelDay, Operations, FigureCount } from "@wayfinder/protocol";
import { TaskStatus } from "@wayfinder/protocol";
import type { MetricObjectWithValues, MetricValue } from "prom-client";
import type { Metrics } from "../metrics.ts";

type Values = readonly (MetricValue<string> & { readonly metricName?: string })[];

/** What a registry holds, by name without the prefix. */
type Figures = (name: string) => Values;

const figuresOf = (metrics: readonly MetricObjectWithValues<MetricValue<string>>[]): Figures => {
  const byName = new Map(metrics.map(({ name, values }) => [name, values]));
  return (name) => byName.get(`wayfinder_${name}`) ?? byName.get(name) ?? [];
};

const sum = (values: Values): number => values.reduce((all, { value }) => all + value, 0);
const under = (values: Values, label: string, name: string): number => values.find((v) => v.labels[label] === name)?.value ?? 0;

/** The most frequent first. */
const tallies = (values: Values, label: string): FigureCount[] =>
  values.map(({ labels, value }) => ({ name: String(labels[label]), count: value })).sort((a, b) => b.count - a.count);

function histogram(values: Values): FigureHistogram {
  const part = (end: string) => values.filter(({ metricName }) => metricName?.endsWith(end));
  return {
    count: sum(part("_count")),
    sum_s: sum(part("_sum")),
    buckets: part("_bucket")
      .filter(({ labels }) => labels["le"] !== "+Inf")
      .map(({ labels, value }) => ({ le_s: Number(labels["le"]), count: value })),
  };
}

/** What models took, by payer and purpose; null where nothing was counted. */
function modelDay(tokens: Values, usd: Values): ModelDay[] | null {
  const rows = tokens.map(({ labels: { payer, purpose }, value }) => {
    const price = usd.find(({ labels }) => labels["payer"] === payer && labels["purpose"] === purpose);
    return { payer, purpose, tokens: value, usd: price?.value ?? null } as ModelDay;
  });
  return rows.length > 0 ? rows : null;
}

/** The figures of a process as JSON: the same that Prometheus reads, and the wrong paths. */
export async function operationsView(metrics: Metrics, now: Date): Promise<Operations> {
  const of = figuresOf(await metrics.registry.getMetricsAsJSON());
  const of1 = (name: string) => sum(of(name));
  const by = (name: string, label: string) => (value: string) => under(of(name), label, value);
  const [open, resumed, delay, pool] = [
    by("connections", "transport"),
    by("socket_resumes_total", "resume"),
    by("event_loop_delay_seconds", "quantile"),
    by("database_connections", "state"),
  ];
  const hasCounts = of("tasks").length > 0;
  const tasks = TaskStatus.options.map((status) => [status, under(of("tasks"), "status", status)]);
  return {
    since: metrics.since.toISOString(),
    at: now.toISOString(),
    connections: { websocket: open("websocket"), sse: open("sse"), long_poll: open("long_poll") },
    slow_readers: of1("slow_readers"),
    dials: tallies(of("socket_dials_total"), "outcome"),
    closes: tallies(of("socket_closes_total"), "code"),
    resumes: { fresh: resumed("fresh"), ok: resumed("ok"), reset: resumed("reset") },
    probes: tallies(of("channel_probes_total"), "status"),
    wrong_paths: { count: of1("socket_wrong_paths_total"), paths: metrics.wrongPaths.list() },
    heartbeats: of1("heartbeats_total"),
    sends_after_close: of1("sends_after_close_total"),
    events: { appended: of1("events_appended_total"), delivered: of1("events_delivered_total") },
    append_to_write: histogram(of("append_to_write_seconds")),
    runs: { logs: of1("runs"), bytes: of1("run_bytes") },
    wake_ups: { received: of1("wake_ups_total"), found_by_poll: of1("wake_ups_found_by_poll_total") },
    event_loop_delay_s: { p50: delay("0.5"), p99: delay("0.99"), max: delay("1") },
    steps: {
      running: of1("steps_running"),
      claimed: of1("steps_claimed_total"),
      failed: of1("step_failures_total"),
      ready: hasCounts ? under(of("steps"), "status", "ready") : null,
    },
    tasks: hasCounts ? (Object.fromEntries(tasks) as Operations["tasks"]) : null,
    model_day: modelDay(of("model_day_tokens"), of("model_day_usd")),
    database: { busy: pool("busy"), idle: pool("idle"), waiting: of1("database_waiting") },
    memory_bytes: of1("process_resident_memory_bytes"),
  };
}
