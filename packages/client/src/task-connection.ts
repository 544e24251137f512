import type { TaskEvent } from "@wayfinder/protocol";
import { transition } from "./channel-machine.ts";
import type { ConnectionState } from "./connection-state.ts";
import type { Counters } from "./counters.ts";
import { withoutQuery } from "./dial-url.ts";
import { EffectRunner, type Buckets, type GetTicket } from "./effect-runner.ts";
import type { Environment } from "./environment.ts";
import type { MachineInput, SignalName } from "./machine-input.ts";
import { initialState, type MachineState } from "./machine-state.ts";
import type { FallbackName } from "./transport.ts";

export interface ConnectionOptions {
  readonly url: string;
  readonly task_id: string;
  /** The last event that the caller already has, and the epoch of its log where that is known. */
  readonly after?: number | undefined;
  readonly epoch?: string | null;
  /** What an earlier channel of this page fell back to (CL8). */
  readonly fallback?: FallbackName | undefined;
  readonly getTicket?: GetTicket | undefined;
  readonly environment: Environment;
  readonly buckets: Buckets;
  /** Called with each event, once and in order. It does not throw, and neither does `reset`. */
  readonly deliver: (event: TaskEvent) => void;
  /** What was delivered belongs to a log that is no more. */
  readonly reset: () => void;
  /** There is something new to show. */
  readonly changed: () => void;
  /** It was closed from here, and shows itself for the last time. */
  readonly closed: () => void;
}

/** What a view shows of a connection. */
export interface ShownConnection {
  readonly connection: ConnectionState;
  readonly counters: Omit<Counters, "unfolded">;
}

/** A way to the log of a task: a connection of this tab's own, or a place beside another tab's. */
export interface TaskConnection {
  look(): ShownConnection;
  /** A person asks for a try now. */
  retry(): void;
  close(): void;
}

/** A connection of this tab's own. */
export interface OwnConnection extends TaskConnection {
  /** The epoch of the log and the number of the last event delivered. */
  readonly place: { readonly epoch: string | null; readonly last: number };
  /** Hears a signal that came from elsewhere. */
  notice(signal: SignalName): void;
}

/** Opens a connection and keeps it until the task is done, it has failed or is closed. */
export function openConnection(options: ConnectionOptions): OwnConnection {
  const { clock, random, signals } = options.environment;
  const inputs: MachineInput[] = [];
  let machine = initialState(options);
  let running = false;
  let closed = false;

  /** One input at a time, each with all its effects: what an effect causes waits its turn. */
  const tell = (input: MachineInput): void => {
    if (closed) return;
    inputs.push(input);
    if (running) return;
    running = true;
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) step(next);
    running = false;
    if (!closed) options.changed();
  };

  const step = (input: MachineInput): void => {
    const next = transition(machine, input, { now: clock.now(), random: random() });
    machine = next.state;
    for (const effect of next.effects) runner.run(effect);
    if (input.type !== "close") return;
    closed = true;
    inputs.length = 0;
    options.closed();
  };

  const runner = new EffectRunner({ ...options, tell });
  tell({ type: "start", online: signals.isOnline(), visible: signals.isVisible() });
  return {
    look: () => ({ connection: connectionOf(machine), counters: { ...machine.counters, ...runner.tallies } }),
    get place() {
      return { epoch: machine.epoch, last: machine.last };
    },
    notice: (signal) => tell({ type: "signal", signal }),
    retry: () => tell({ type: "retry" }),
    close: () => tell({ type: "close" }),
  };
}

function connectionOf(machine: MachineState): ConnectionState {
  const { name, url, attempt, transport, reason, right_path, next_try_at } = machine;
  return {
    state: name,
    url: withoutQuery(url),
    attempt,
    ...(transport === "web_socket" ? {} : { fallback: transport }),
    ...(reason === null ? {} : { reason }),
    ...(right_path === null ? {} : { right_path }),
    ...(next_try_at === null ? {} : { next_try_at }),
  };
}
