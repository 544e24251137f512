import type { ClientMessage } from "@wayfinder/protocol";
import type { Environment } from "../environment.ts";
// What a page loads when it needs it is here already, so that no test waits for a disk.
import "../fallback.ts";
import "../refresh.ts";
import "../shared-connection.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeFetch, type FakeAnswer, type FakeRequest } from "./fake-fetch.ts";
import { FakeSignals } from "./fake-signals.ts";
import { FakeTransport, type FakeConnection } from "./fake-transport.ts";

export interface FakeWorldOptions {
  /** Uniform in [0, 1). */
  readonly random?: () => number;
  /** The server over HTTP; a closed door unless told. */
  readonly answer?: (request: FakeRequest) => FakeAnswer;
  readonly dial?: (connection: FakeConnection) => void;
  readonly send?: (connection: FakeConnection, message: ClientMessage) => void;
}

/** A whole world for channels, with nothing real in it. */
export class FakeWorld {
  readonly clock = new FakeClock();
  readonly transport: FakeTransport;
  readonly http: FakeFetch;
  readonly signals = new FakeSignals();
  /** Console lines: `debug` ones begin with `debug `, errors with `error `. */
  readonly lines: string[] = [];
  readonly environment: Environment;
  #frames: (() => void)[] = [];

  constructor({ random = () => 0, answer = () => "unreachable", dial, send }: FakeWorldOptions = {}) {
    this.transport = new FakeTransport(this.clock, { ...(dial ? { dial } : {}), ...(send ? { send } : {}) });
    this.http = new FakeFetch(answer);
    this.environment = {
      transport: this.transport,
      fetch: this.http.fetch,
      clock: this.clock,
      random,
      signals: this.signals,
      schedule: (run) => {
        this.#frames.push(run);
        return () => {
          this.#frames = this.#frames.filter((other) => other !== run);
        };
      },
      log: {
        debug: (text) => void this.lines.push(`debug ${text}`),
        log: (text) => void this.lines.push(text),
        error: (text) => void this.lines.push(`error ${text}`),
      },
    };
  }

  /** Draws a frame: publishes what was scheduled. */
  frame(): void {
    const frames = this.#frames;
    this.#frames = [];
    for (const run of frames) run();
  }

  /** Lets promises that are ready run to their end. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Everything that a closed channel must have let go of, by number (CL9). */
  leaks(): Record<string, number> {
    return {
      timers: this.clock.pending,
      connections: this.transport.open_count,
      requests: this.http.under_way,
      listeners: this.signals.listeners.size,
      frames: this.#frames.length,
    };
  }
}

/** `leaks()` of a world without any. */
export const NO_LEAKS = { timers: 0, connections: 0, requests: 0, listeners: 0, frames: 0 };
