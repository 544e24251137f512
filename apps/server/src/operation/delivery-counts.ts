import type { Metrics, Transport } from "../metrics.ts";
import type { PumpWatcher } from "../realtime/pump.ts";

const MS_PER_S = 1_000;

/**
 * Counts what is delivered over one transport, and how long after its append the slowest of a turn was written.
 *
 * Gathered over a turn of the event loop: counting each of a thousand writes alone cost a tenth of them.
 *
 * The append's time is the database's: where that is another machine, the difference of the two clocks is in it.
 */
export function deliveryCounts(metrics: Metrics, transport: Transport): PumpWatcher {
  const { eventsDelivered, appendToWrite, heartbeats } = metrics;
  const labels = { transport };
  let events = 0;
  let oldest: string | null = null;
  const note = () => {
    eventsDelivered.inc(labels, events);
    if (oldest !== null) appendToWrite.observe(Math.max(0, Date.now() - Date.parse(oldest)) / MS_PER_S);
    events = 0;
    oldest = null;
  };
  return {
    time: () => new Date().toISOString(),
    delivered(count, newest_at) {
      if (events === 0) setImmediate(note);
      events += count;
      // ISO times in one zone compare as texts
      if (newest_at !== null && (oldest === null || newest_at < oldest)) oldest = newest_at;
    },
    heartbeat: () => heartbeats.inc(),
  };
}
