import type { Metrics, Transport } from "../metrics.ts";
import type { PumpWatcher } from "../realtime/pump.ts";

const MS_PER_S = 1_000;

/**
 * Counts what is delivered over one transport, and how long after its append.
 *
 * A thousand watchers of an event are told of here a thousand times in one turn of the event loop: it is gathered, and what
 * came with the same event is timed once, at the turn's end. The append's time is the database's: where that is another machine,
 * the difference of the two clocks is in it.
 */
export function deliveryCounts(metrics: Metrics, transport: Transport): PumpWatcher {
  const { eventsDelivered, appendToWrite, heartbeats } = metrics;
  const labels = { transport };
  const timed = new Set<string>();
  let gathered = 0;

  const count = (): void => {
    eventsDelivered.inc(labels, gathered);
    for (const at of timed) appendToWrite.observe(Math.max(0, Date.now() - Date.parse(at)) / MS_PER_S);
    gathered = 0;
    timed.clear();
  };

  return {
    time: () => new Date().toISOString(),
    delivered(events, newest_at) {
      if (gathered === 0) setImmediate(count);
      gathered += events;
      if (newest_at !== null) timed.add(newest_at);
    },
    heartbeat: () => heartbeats.inc(),
  };
}
