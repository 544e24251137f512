import type { TaskEvent } from "@wayfinder/protocol";
import { transition } from "./channel-machine.ts";
import type { ChannelState } from "./channel-state.ts";
import { ChannelView } from "./channel-view.ts";
import { EffectRunner, type Buckets } from "./effect-runner.ts";
import type { Environment } from "./environment.ts";
import type { MachineInput } from "./machine-input.ts";
import { initialState } from "./machine-state.ts";
import { createTokenBucket } from "./token-bucket.ts";

export interface TaskChannelOptions {
  /** `links.ws` as the server gave it. */
  readonly url: string;
  readonly task_id: string;
  /** The number of the last event that the caller already has; without it the server decides. */
  readonly after?: number | undefined;
  readonly environment: Environment;
  /** Ceilings shared with an earlier channel of the same task. */
  readonly buckets?: Buckets | undefined;
  /** Called with each event, once and in order. What it throws is reported on the console and changes nothing. */
  readonly onEvent?: (event: TaskEvent) => void;
  /** The events so far belong to a log that is no more; all of the new one follows. */
  readonly onReset?: () => void;
}

/** A client's view of one task. It connects when it is made. */
export interface TaskChannel {
  /** Unchanged while nothing changed. */
  getState(): ChannelState;
  /** Calls `listener` after each batch of changes; answers the way to stop. */
  subscribe(listener: () => void): () => void;
  /** A person asks for a try now (CL4). */
  retry(): void;
  /** Leaves no timer, socket, request or listener behind (CL9). */
  close(): void;
}

export const createBuckets = (): Buckets => ({ dials: createTokenBucket(), probes: createTokenBucket() });

/** Opens the channel of a task and keeps it until it is done, has failed or is closed. */
export function createTaskChannel(options: TaskChannelOptions): TaskChannel {
  const { environment, onEvent, onReset } = options;
  const { clock, signals, random, log } = environment;
  const inputs: MachineInput[] = [];
  let machine = initialState(options);
  let running = false;
  let closed = false;
  const view = new ChannelView({ schedule: environment.schedule, source: () => ({ machine, tallies: runner.tallies }) });

  /** A caller's own code must not break the channel: it runs when the position is already set (CL2). */
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      log.error(`[WS] A listener failed: ${String(error)}`);
    }
  };

  /** One input at a time, each with all its effects: what an effect causes waits its turn. */
  const tell = (input: MachineInput): void => {
    if (closed) return;
    inputs.push(input);
    if (running) return;
    running = true;
    for (let next = inputs.shift(); next !== undefined; next = inputs.shift()) step(next);
    running = false;
    if (!closed) view.update();
  };

  const step = (input: MachineInput): void => {
    const next = transition(machine, input, { now: clock.now(), random: random() });
    machine = next.state;
    for (const effect of next.effects) runner.run(effect);
    if (input.type !== "close") return;
    closed = true;
    inputs.length = 0;
    view.close();
  };

  const runner = new EffectRunner({
    environment,
    buckets: options.buckets ?? createBuckets(),
    tell,
    deliver: (event) => {
      view.apply(event);
      if (onEvent !== undefined) guarded(() => onEvent(event));
    },
    reset: () => {
      view.clear();
      if (onReset !== undefined) guarded(onReset);
    },
  });

  tell({ type: "start", online: signals.isOnline(), visible: signals.isVisible() });
  view.flush();
  return {
    getState: () => view.getState(),
    subscribe: (listener) => view.subscribe(listener),
    retry: () => tell({ type: "retry" }),
    close: () => tell({ type: "close" }),
  };
}
