import { setTimeout as delay } from "node:timers/promises";
import { createTaskChannel, webSocketTransport, type Environment, type FailureReason, type TaskChannel } from "@wayfinder/client";
import type { TaskEvent } from "@wayfinder/protocol";
import { WebSocket } from "ws";
import { fastClock } from "./fast-clock.ts";
import { FlappingSignals } from "./flapping-signals.ts";
import { compareWithLog, dialsOverBudget } from "./oracle.ts";
import type { Random } from "./seeded-random.ts";
import type { Violations } from "./violations.ts";

/** `ws` cuts a peer that does not answer a close after this, in ms of ours. */
const CLOSE_TIMEOUT_MS = 200;
/** A socket or a request that is still there so long after its close, in ms of ours on a busy machine, will stay. */
const LEAK_MS = 10_000;
/** How often it is looked whether they have gone, in ms. */
const LOOK_EVERY_MS = 10;

/** How the answer to a fresh ticket begins. */
const AUTHORIZED = '{"type":"authorized"';

export interface ObservedClientOptions {
  readonly port: number;
  readonly task_id: string;
  /** What it is let in by; without it, `getTicket` has to do. */
  readonly cookie?: string;
  /** Gets a ticket of the task for each connection, and again in time. */
  readonly getTicket?: (signal: AbortSignal) => Promise<string>;
  readonly random: Random;
  /** How many times as fast as ours its clock runs. */
  readonly speed: number;
  /** What is dialled instead of the right address at that port. */
  readonly url?: string;
}

/** The real client over real sockets, with a record of everything that the oracle asks about. */
export class ObservedClient {
  readonly signals = new FlappingSignals();
  readonly ended: Promise<void>;
  readonly #o: ObservedClientOptions;
  readonly #clock;
  readonly #channel: TaskChannel;
  readonly #dials: number[] = [];
  readonly #sockets = new Set<WebSocket>();
  #requests = 0;
  #renewals = 0;
  #delivered: TaskEvent[] = [];
  /** What it said on its console as errors. */
  readonly errors: string[] = [];
  /** What its connections were closed with. */
  readonly codes: number[] = [];

  constructor(options: ObservedClientOptions) {
    this.#o = options;
    this.#clock = fastClock(options.speed);
    const { port, task_id, getTicket, url = `ws://127.0.0.1:${port}/api/v1/ws/${task_id}?include_history=true` } = options;
    this.#channel = createTaskChannel({
      url,
      task_id,
      environment: this.#environment(),
      onEvent: (event) => this.#delivered.push(event),
      ...(getTicket === undefined ? {} : { getTicket: (signal) => this.#counted(getTicket(signal)) }),
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.ended = promise;
    const look = (): void => {
      if (!this.isOver) return;
      stop();
      resolve();
    };
    const stop = this.#channel.subscribe(look);
    look(); // an address that is none fails at once
  }

  get delivered(): number {
    return this.#delivered.length;
  }

  /** Dials so far. */
  get dials(): number {
    return this.#dials.length;
  }

  /** Times that the server took a fresh ticket in place. */
  get renewals(): number {
    return this.#renewals;
  }

  get state(): string {
    return this.#channel.getState().connection.state;
  }

  /** Why it gave up, if it did. */
  get reason(): FailureReason | undefined {
    return this.#channel.getState().connection.reason;
  }

  get isOver(): boolean {
    return this.state === "done" || this.state === "failed";
  }

  /** Where it stands, for whoever reads a failure. */
  describe(): string {
    const { connection, counters } = this.#channel.getState();
    return JSON.stringify({ connection, counters, delivered: this.#delivered.length });
  }

  /** Closes and says what was wrong, given the whole log. */
  async close(log: readonly TaskEvent[]): Promise<Violations> {
    const { counters, connection } = this.#channel.getState();
    const found = compareWithLog(this.#delivered, log, connection.state === "done");
    found.gap += counters.gaps;
    found.duplicate += counters.duplicates;
    found.malformed += counters.malformed + counters.resets;
    found.over_budget += dialsOverBudget(this.#dials);
    this.#channel.close();
    const kept = this.#clock.pending.size + this.signals.listeners.size;
    const end = performance.now() + LEAK_MS;
    while (this.#sockets.size + this.#requests > 0 && performance.now() < end) await delay(LOOK_EVERY_MS);
    found.leak += kept + this.#sockets.size + this.#requests;
    return found;
  }

  /** A request of ours, until it has its answer or was called off. */
  async #counted<T>(request: Promise<T>): Promise<T> {
    this.#requests += 1;
    try {
      return await request;
    } finally {
      this.#requests -= 1;
    }
  }

  #environment(): Environment {
    const { cookie, random } = this.#o;
    const headers = cookie === undefined ? {} : { cookie };
    const silent = (): void => {};
    return {
      transport: webSocketTransport(this.#socketClass() as never),
      fetch: (input, init) => this.#counted(fetch(input, { ...init, headers: { ...init?.headers, ...headers } })),
      clock: this.#clock,
      random: random.next,
      signals: this.signals,
      schedule: (run) => {
        const soon = setImmediate(run);
        return () => clearImmediate(soon);
      },
      log: { debug: silent, log: silent, error: (text) => this.errors.push(text) },
    };
  }

  #socketClass() {
    const { cookie } = this.#o;
    const options = { headers: cookie === undefined ? {} : { cookie }, closeTimeout: CLOSE_TIMEOUT_MS };
    const [sockets, dials, clock, codes] = [this.#sockets, this.#dials, this.#clock, this.codes];
    const onRenewal = (): void => void (this.#renewals += 1);
    return class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, options);
        dials.push(clock.said()); // the moment for which the bucket gave its token
        sockets.add(this);
        this.once("close", (code) => {
          sockets.delete(this);
          codes.push(code);
        });
        this.on("message", (data) => (String(data).startsWith(AUTHORIZED) ? onRenewal() : undefined));
      }
    };
  }
}
