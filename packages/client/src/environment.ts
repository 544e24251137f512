import type { SignalName } from "./machine-input.ts";
import type { LoadTabs } from "./tabs.ts";
import type { Transport } from "./transport.ts";

/** Time: `now` in ms since the epoch, timers in ms from now. */
export interface Clock {
  now(): number;
  setTimer(run: () => void, after_ms: number): unknown;
  clearTimer(timer: unknown): void;
}

/** What the page knows of the network and of itself. */
export interface Signals {
  isOnline(): boolean;
  isVisible(): boolean;
  /** Answers the way to stop listening. */
  subscribe(listener: (signal: SignalName) => void): () => void;
}

export type LogLevel = "debug" | "log" | "error";
export type Log = Readonly<Record<LogLevel, (text: string) => void>>;

/** Runs once, soon (a page: with its next frame), and answers the way to call it off. */
export type Schedule = (run: () => void) => () => void;

export type Fetch = typeof globalThis.fetch;

/** The world of a channel, handed in: nothing else of it is touched. */
export interface Environment {
  readonly transport: Transport;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly signals: Signals;
  /** Gathers bursts of events into one notification. */
  readonly schedule: Schedule;
  readonly log: Log;
  /** The other tabs of the browser; without them every channel has a connection of its own. */
  readonly tabs?: LoadTabs | undefined;
}
