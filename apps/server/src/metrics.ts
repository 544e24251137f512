import { Counter, Gauge, Registry } from "prom-client";

/** The figures of one process, as Prometheus text. */
export interface Metrics {
  readonly registry: Registry;
  readonly sendsAfterClose: Counter;
  readonly wrongPaths: Counter;
  readonly refusals: Counter<"code">;
  readonly resumes: Counter<"resume">;
  readonly stepFailures: Counter<"step">;
}

/** Metrics that read what they can where it lives. */
export function createMetrics(read: { sockets: () => number; steps: () => number }): Metrics {
  const registry = new Registry();
  const counter = <L extends string = never>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Counter({ name: `wayfinder_${name}`, help, labelNames, registers: [registry] });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `wayfinder_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(value());
      },
    });
  gauge("sockets", "Open sockets.", read.sockets);
  gauge("steps_running", "Steps running in this process.", read.steps);
  return {
    registry,
    sendsAfterClose: counter("sends_after_close_total", "Writes tried on a socket after its close began; a fault when not 0."),
    wrongPaths: counter("socket_wrong_paths_total", "Upgrade requests at a near miss of the socket's path."),
    refusals: counter("socket_refusals_total", "Sockets closed at once, by close code.", ["code"]),
    resumes: counter("socket_resumes_total", "Watchers, by what became of their place in the log.", ["resume"]),
    stepFailures: counter("step_failures_total", "Failed tries of steps.", ["step"]),
  };
}
