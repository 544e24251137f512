import type { Store } from "@wayfinder/engine";
import { every } from "../clocks.ts";
import { createMetrics, type Metrics } from "../metrics.ts";
import { LoopDelay } from "./loop-delay.ts";
import { measuredStore } from "./measured-store.ts";
import { processGauges } from "./process-gauges.ts";
import { storeGauges } from "./store-gauges.ts";

/** The span over which the event loop's delay is told. */
const DELAY_SPAN_MS = 10_000;

interface ProcessParts {
  readonly opened: Store;
  readonly stepsRunning: () => number;
  readonly onError: (error: unknown) => void;
}

/** The metrics of one process and its store with what passes through it counted; `stop` ends the measuring. */
export function measureProcess(parts: ProcessParts): { metrics: Metrics; store: Store; stop: () => void } {
  const { opened, stepsRunning, onError } = parts;
  const since = new Date();
  const metrics = createMetrics({ since, now: () => new Date() });
  const store = measuredStore(opened, metrics);
  const delay = new LoopDelay();
  processGauges(metrics, { delay, stepsRunning });
  storeGauges(metrics, { store, now: () => performance.now(), onError });
  const unclock = every(DELAY_SPAN_MS, () => delay.turn(), onError);
  return {
    metrics,
    store,
    stop() {
      unclock();
      delay.stop();
    },
  };
}
