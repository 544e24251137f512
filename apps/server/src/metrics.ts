import { Registry, type Counter, type Histogram } from "prom-client";
import { createInstruments, type Instruments } from "./operation/instruments.ts";
import { WrongPaths } from "./operation/wrong-paths.ts";

/** How a watcher is reached. */
export type Transport = "websocket" | "sse" | "long_poll";

/** The figures of one process. What can be read where it lives is a gauge and made there (`operation/*-gauges.ts`). */
export interface Metrics {
  /** When counting began. */
  readonly since: Date;
  readonly registry: Registry;
  readonly instruments: Instruments;
  readonly dials: Counter<"outcome">;
  readonly closes: Counter<"code">;
  readonly resumes: Counter<"resume">;
  readonly wrongPaths: WrongPaths;
  readonly probes: Counter<"status">;
  readonly heartbeats: Counter;
  readonly sendsAfterClose: Counter;
  readonly eventsAppended: Counter;
  readonly eventsDelivered: Counter<"transport">;
  /** Seconds from an event's append until it is handed to a watcher that had room. */
  readonly appendToWrite: Histogram;
  readonly wakeUps: Counter<"kind">;
  readonly foundByPoll: Counter;
  readonly stepsClaimed: Counter;
  readonly stepFailures: Counter<"step">;
  /** Watchers that are not sockets; `enter` counts one until the returned function is called. */
  readonly streams: { readonly sse: number; readonly long_poll: number };
  enter(transport: "sse" | "long_poll"): () => void;
}

/** Upper bounds in seconds: the aim is 50 ms at p99, a lost wake-up is found within 1 s. */
const LATENCY_BUCKETS_S = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** The counters of one process, all at 0. */
export function createMetrics({ since, now }: { since: Date; now: () => Date }): Metrics {
  const registry = new Registry();
  const instruments = createInstruments(registry);
  const { counter } = instruments;
  const streams = { sse: 0, long_poll: 0 };
  const wrong = counter("socket_wrong_paths_total", "Upgrade requests at a path that is not the socket's.");
  return {
    since,
    registry,
    instruments,
    dials: counter("socket_dials_total", "Handshakes tried, by what became of them.", ["outcome"]),
    closes: counter("socket_closes_total", "Closed sockets, by close code.", ["code"]),
    resumes: counter("socket_resumes_total", "Watchers, by what became of their place in the log.", ["resume"]),
    wrongPaths: new WrongPaths({ now, onWrong: () => wrong.inc() }),
    probes: counter("channel_probes_total", "Requests at the socket's address without Upgrade, by HTTP status.", ["status"]),
    heartbeats: counter("heartbeats_total", "Heartbeats sent to silent watchers."),
    sendsAfterClose: counter("sends_after_close_total", "Writes tried on a socket after its close began; a fault when not 0."),
    eventsAppended: counter("events_appended_total", "Events that steps and commands of this process appended to logs."),
    eventsDelivered: counter("events_delivered_total", "Events handed to watchers.", ["transport"]),
    appendToWrite: instruments.histogram({
      name: "append_to_write_seconds",
      help: "From an event's append until it is handed to a watcher that had room.",
      buckets: LATENCY_BUCKETS_S,
    }),
    wakeUps: counter("wake_ups_total", "Wake-ups received, from this process and from others.", ["kind"]),
    foundByPoll: counter("wake_ups_found_by_poll_total", "Heads that the safety poll found before any wake-up told of them."),
    stepsClaimed: counter("steps_claimed_total", "Tries of steps that this process has claimed."),
    stepFailures: counter("step_failures_total", "Failed tries of steps.", ["step"]),
    streams,
    enter(transport) {
      streams[transport] += 1;
      return () => void (streams[transport] -= 1);
    },
  };
}
