import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * A turn of the event loop may last so long, as a mean over a second: an admission takes four turns (upgrade, session, task, accept),
 * and a client waits 8 s for `connected` (CL11). A storm's catching up stays far below it.
 */
const BUSY_MS = 1_000;
/** One long turn is an accident; so many seconds of them in a row are a state. */
const BUSY_LOOKS = 3;
/** Whoever is turned away comes back after 5 to 15 s: long enough for a storm to pass, and not all at once. */
const AWAY_MS = 5_000;
const SPREAD_MS = 10_000;

/** Measures how long the turns of the event loop last. */
export interface LoopSensor {
  /** Mean length of a turn since the last look, ms. */
  look(): number;
  stop(): void;
}

/** The event loop of this process; the timer behind it fires every 20 ms, which counts as nothing here. */
export function sensorOfLoop(): LoopSensor {
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  return {
    look() {
      const { mean } = histogram;
      histogram.reset();
      return Number.isNaN(mean) ? 0 : mean / 1e6;
    },
    stop: () => void histogram.disable(),
  };
}

/** What a newcomer is told: why, and when to come back. */
export interface Overloaded {
  readonly reason: string;
  readonly after_ms: number;
}

export interface OverloadOptions {
  /** Watchers of this process on every transport. */
  readonly watchers: () => number;
  readonly max: number;
  /** Whether the server is being stopped: nobody is let in to be sent away again (SD6). */
  readonly stopping: () => boolean;
  readonly sensor: Pick<LoopSensor, "look">;
  readonly random: () => number;
}

/** Whether this process can take more watchers (SD8); who is served already stays. */
export class Overload {
  readonly #o: OverloadOptions;
  #busyLooks = 0;

  constructor(options: OverloadOptions) {
    this.#o = options;
  }

  /** Called once a second. */
  tick(): void {
    this.#busyLooks = this.#o.sensor.look() > BUSY_MS ? this.#busyLooks + 1 : 0;
  }

  /** Why one more is turned away, or null. */
  refuses(): Overloaded | null {
    const { watchers, max, stopping, random } = this.#o;
    const after_ms = AWAY_MS + Math.floor(random() * SPREAD_MS);
    if (stopping()) return { reason: "the server is stopping", after_ms };
    if (watchers() >= max) return { reason: `this process serves its ${max} connections`, after_ms };
    if (this.#busyLooks >= BUSY_LOOKS) return { reason: "this process has more to do than it can", after_ms };
    return null;
  }
}
