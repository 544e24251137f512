import type { ClientMessage, TaskEvent } from "@wayfinder/protocol";
import { SUBPROTOCOL } from "@wayfinder/protocol/subprotocol";
import { withoutQuery } from "./dial-url.ts";
import type { Environment } from "./environment.ts";
import { longPollTransport } from "./long-poll-transport.ts";
import type { MachineEffect } from "./machine-effect.ts";
import type { MachineInput, TimerName } from "./machine-input.ts";
import { probe, type Asking } from "./probe.ts";
import { refreshSession } from "./refresh.ts";
import { sseTransport } from "./sse-transport.ts";
import type { TokenBucket } from "./token-bucket.ts";
import type { Transport, TransportConnection, TransportName } from "./transport.ts";

/** The two ceilings of a channel (CL4). They may outlive it, so that mounting a view again does not refill them. */
export interface Buckets {
  readonly dials: TokenBucket;
  readonly probes: TokenBucket;
}

export interface EffectRunnerOptions {
  readonly environment: Environment;
  readonly buckets: Buckets;
  /** Where what happens is told. */
  readonly tell: (input: MachineInput) => void;
  readonly deliver: (event: TaskEvent) => void;
  readonly reset: () => void;
}

type Effect<T extends MachineEffect["type"]> = Extract<MachineEffect, { type: T }>;

/** The hands of a channel: does what the state machine decided, and holds the one connection, the timers and the request under way. */
export class EffectRunner {
  readonly #options: EffectRunnerOptions;
  readonly #timers = new Map<TimerName, unknown>();
  readonly #unsubscribe: () => void;
  readonly #transports: Readonly<Record<TransportName, Transport>>;
  #connection: TransportConnection | null = null;
  #dialled_at = 0;
  #request: AbortController | null = null;
  readonly tallies = { dials: 0, probes: 0 };

  constructor(options: EffectRunnerOptions) {
    this.#options = options;
    const { transport, fetch, clock } = options.environment;
    this.#transports = { web_socket: transport, sse: sseTransport(fetch), long_poll: longPollTransport({ fetch, clock }) };
    this.#unsubscribe = options.environment.signals.subscribe((signal) => options.tell({ type: "signal", signal }));
  }

  run(effect: MachineEffect): void {
    switch (effect.type) {
      case "dial":
        return this.#dial(effect);
      case "hang_up":
        return this.#hangUp();
      case "send":
        return this.#send(effect.message);
      case "give_back":
        return this.#options.buckets.dials.giveBack(this.#dialled_at);
      case "probe":
        return this.#probe(effect);
      case "refresh":
        return this.#ask(effect.url, async (asking) => {
          const answer = await refreshSession(asking);
          this.#options.tell({ type: "refreshed", request: effect.request, answer });
        });
      case "abort":
        return this.#abort();
      case "set_timer":
        return this.#setTimer(effect);
      case "clear_timer":
        return this.#clearTimer(effect.timer);
      case "deliver":
        return this.#options.deliver(effect.event);
      case "reset":
        return this.#options.reset();
      case "log":
        return this.#options.environment.log[effect.level](effect.text);
      case "release":
        return this.#release();
    }
  }

  #dial({ generation, transport, url, click }: Effect<"dial">): void {
    const { environment, buckets, tell } = this.#options;
    const now = environment.clock.now();
    const until = buckets.dials.take(now, click);
    if (until !== null) return tell({ type: "refused", until, click });
    this.#dialled_at = now;
    this.tallies.dials += 1;
    environment.log.log(`[WS] Connecting to: ${withoutQuery(url)}`);
    try {
      this.#connection = this.#transports[transport].open(
        { url, protocols: [SUBPROTOCOL] },
        {
          opened: () => tell({ type: "opened", generation }),
          message: (data) => tell({ type: "message", generation, data }),
          closed: (code) => tell({ type: "closed", generation, code }),
        },
      );
    } catch {
      tell({ type: "undialable" });
    }
  }

  #hangUp(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  #send(message: ClientMessage): void {
    this.#connection?.send(JSON.stringify(message));
  }

  #probe({ request, url }: Effect<"probe">): void {
    const { environment, buckets, tell } = this.#options;
    const until = buckets.probes.take(environment.clock.now(), false);
    if (until !== null) return tell({ type: "refused", until, click: false });
    this.tallies.probes += 1;
    this.#ask(url, async (asking) => tell({ type: "probed", request, answer: await probe(asking) }));
  }

  /** Runs one request; neither `probe` nor `refreshSession` throws. */
  #ask(url: string, run: (asking: Asking) => Promise<void>): void {
    this.#abort();
    this.#request = new AbortController();
    void run({ fetch: this.#options.environment.fetch, url, signal: this.#request.signal });
  }

  #abort(): void {
    this.#request?.abort();
    this.#request = null;
  }

  #setTimer({ timer, after_ms }: Effect<"set_timer">): void {
    this.#clearTimer(timer);
    const { clock } = this.#options.environment;
    const fire = (): void => {
      this.#timers.delete(timer);
      this.#options.tell({ type: "timer", timer });
    };
    this.#timers.set(timer, clock.setTimer(fire, after_ms));
  }

  #clearTimer(timer: TimerName): void {
    if (!this.#timers.has(timer)) return;
    this.#options.environment.clock.clearTimer(this.#timers.get(timer));
    this.#timers.delete(timer);
  }

  #release(): void {
    this.#abort();
    for (const timer of [...this.#timers.keys()]) this.#clearTimer(timer);
    this.#unsubscribe();
  }
}
