import { Gauge } from "prom-client";
import type { Metrics } from "../metrics.ts";
import type { LoopDelay } from "./loop-delay.ts";

interface ProcessParts {
  readonly delay: LoopDelay;
  readonly stepsRunning: () => number;
}

/** What the process itself is doing. Names without our prefix are those that every exporter uses. */
export function processGauges({ registry, instruments, since }: Metrics, { delay, stepsRunning }: ProcessParts): void {
  instruments.gauge({
    name: "event_loop_delay_seconds",
    help: "How late the event loop was in the last 10 seconds; quantile 1 is the worst.",
    labels: ["quantile"],
    read: () => {
      const { p50, p99, max } = delay.read();
      return [
        { labels: { quantile: "0.5" }, value: p50 },
        { labels: { quantile: "0.99" }, value: p99 },
        { labels: { quantile: "1" }, value: max },
      ];
    },
  });
  instruments.gauge({
    name: "steps_running",
    help: "Steps running in this process.",
    read: () => [{ value: stepsRunning() }],
  });
  const registers = [registry];
  new Gauge({ name: "process_start_time_seconds", help: "Start of the process, Unix time.", registers }).set(
    since.getTime() / 1_000,
  );
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Resident memory of the process.",
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
}
