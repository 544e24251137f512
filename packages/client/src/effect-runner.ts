import type { TaskEvent } from "@wayfinder/protocol";
import { SUBPROTOCOL } from "@wayfinder/protocol/subprotocol";
import { withoutQuery } from "./dial-url.ts";
import type { Environment } from "./environment.ts";
import { openFallback, refreshLater } from "./later.ts";
import type { MachineEffect } from "./machine-effect.ts";
import type { MachineInput, TimerName } from "./machine-input.ts";
import { probe } from "./probe.ts";
import type { TokenBucket } from "./token-bucket.ts";
import type { TransportConnection, TransportHandlers } from "./transport.ts";

/** Gets a one-time ticket of the task (HS4), or rejects; the signal says when nobody waits for it any more. */
export type GetTicket = (signal: AbortSignal) => Promise<string>;

/** The two ceilings of a channel (CL4). They may outlive it, so that mounting a view again does not refill them. */
export interface Buckets {
  readonly dials: TokenBucket;
  readonly probes: TokenBucket;
}

export interface EffectRunnerOptions {
  readonly getTicket?: GetTicket | undefined;
  readonly task_id: string;
  readonly environment: Environment;
  readonly buckets: Buckets;
  /** Where what happens is told. */
  readonly tell: (input: MachineInput) => void;
  readonly deliver: (event: TaskEvent) => void;
  readonly reset: () => void;
}

type Effect<T extends MachineEffect["type"]> = Extract<MachineEffect, { type: T }>;

/** One method an effect. */
type Hands = { readonly [T in MachineEffect["type"]]: (effect: Effect<T>) => void };

/** The hands of a channel: does what the state machine decided, and holds the one connection, the timers and the request under way. */
export class EffectRunner implements Hands {
  readonly #options: EffectRunnerOptions;
  readonly #timers = new Map<TimerName, unknown>();
  readonly #unsubscribe: () => void;
  #connection: TransportConnection | null = null;
  #dialled_at = 0;
  #request: AbortController | null = null;
  readonly tallies = { dials: 0, probes: 0 };

  constructor(options: EffectRunnerOptions) {
    this.#options = options;
    this.#unsubscribe = options.environment.signals.subscribe((signal) => options.tell({ type: "signal", signal }));
  }

  /** Each effect has the method of its name. */
  run(effect: MachineEffect): void {
    (this as Hands)[effect.type](effect as never);
  }

  dial({ generation, transport, url, click }: Effect<"dial">): void {
    const { task_id, environment, buckets, tell } = this.#options;
    const now = environment.clock.now();
    const until = buckets.dials.take(now, click);
    if (until !== null) return tell({ type: "refused", until, click });
    this.#dialled_at = now;
    this.tallies.dials += 1;
    const handlers: TransportHandlers = {
      opened: () => tell({ type: "opened", generation }),
      message: (data) => tell({ type: "message", generation, data }),
      closed: (code) => tell({ type: "closed", generation, code }),
    };
    if (transport !== "web_socket") {
      this.#connection = openFallback({ name: transport, url, task_id, environment }, handlers);
      return;
    }
    environment.log.log(`[WS] Connecting to: ${withoutQuery(url)}`);
    try {
      this.#connection = environment.transport.open({ url, protocols: [SUBPROTOCOL] }, handlers);
    } catch {
      tell({ type: "undialable" });
    }
  }

  hang_up(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  send({ message }: Effect<"send">): void {
    this.#connection?.send(JSON.stringify(message));
  }

  give_back(): void {
    this.#options.buckets.dials.giveBack(this.#dialled_at);
  }

  probe({ url }: Effect<"probe">): void {
    const { environment, buckets, tell } = this.#options;
    const until = buckets.probes.take(environment.clock.now(), false);
    if (until !== null) return tell({ type: "refused", until, click: false });
    this.tallies.probes += 1;
    this.#ask(async (signal) => ({ type: "probed", answer: await probe({ fetch: environment.fetch, url, signal }) }));
  }

  refresh({ url }: Effect<"refresh">): void {
    const { fetch } = this.#options.environment;
    this.#ask(async (signal) => ({ type: "refreshed", answer: await refreshLater({ fetch, url, signal }) }));
  }

  ticket(): void {
    this.#ask(async (signal) => {
      // Why there is none is the caller's to know: we try again later.
      const ticket = await this.#options.getTicket?.(signal).catch(() => null);
      return { type: "ticket", ticket: ticket ?? null };
    });
  }

  abort(): void {
    this.#request?.abort();
  }

  timer({ timer, after_ms }: Effect<"timer">): void {
    const { clock } = this.#options.environment;
    if (this.#timers.has(timer)) clock.clearTimer(this.#timers.get(timer));
    this.#timers.delete(timer);
    if (after_ms === null) return;
    const fire = (): void => {
      this.#timers.delete(timer);
      this.#options.tell({ type: "timer", timer });
    };
    this.#timers.set(timer, clock.setTimer(fire, after_ms));
  }

  deliver({ event }: Effect<"deliver">): void {
    this.#options.deliver(event);
  }

  reset(): void {
    this.#options.reset();
  }

  log({ level, text }: Effect<"log">): void {
    this.#options.environment.log[level](text);
  }

  release(): void {
    this.abort();
    for (const timer of [...this.#timers.keys()]) this.timer({ type: "timer", timer, after_ms: null });
    this.#unsubscribe();
  }

  /** Runs one request; none of them throws. An aborted one has no answer. */
  #ask(run: (signal: AbortSignal) => Promise<MachineInput>): void {
    this.abort();
    this.#request = new AbortController();
    const { signal } = this.#request;
    void run(signal).then((input) => (signal.aborted ? undefined : this.#options.tell(input)));
  }
}
