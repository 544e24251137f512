import type { Metrics, Transport } from "../metrics.ts";
import type { PumpWatcher } from "../realtime/pump.ts";

const MS_PER_S = 1_000;

/**
 * Counts what is delivered over one transport, and how long after its append.
 *
 * The append's time is the database's: where that is another machine, the difference of the two clocks is in it.
 */
export function deliveryCounts(metrics: Metrics, transport: Transport): PumpWatcher {
  const { eventsDelivered, appendToWrite, heartbeats } = metrics;
  const labels = { transport };
  return {
    delivered(count, newest_at) {
      eventsDelivered.inc(labels, count);
      if (newest_at !== null) appendToWrite.observe(Math.max(0, Date.now() - Date.parse(newest_at)) / MS_PER_S);
    },
    heartbeat: () => heartbeats.inc(),
  };
}
