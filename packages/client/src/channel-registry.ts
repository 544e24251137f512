import { createBuckets, createTaskChannel, type TaskChannel } from "./channel.ts";
import { idleState, type ChannelState } from "./channel-state.ts";
import type { Buckets } from "./effect-runner.ts";
import type { Clock, Environment } from "./environment.ts";
import { NO_FOLD, type Fold } from "./fold.ts";
import type { FallbackName } from "./transport.ts";

/** Which channel: `links.ws` and the task it belongs to. */
export interface ChannelKey {
  readonly url: string;
  readonly task_id: string;
}

/** The channels of a page: views that watch the same task share one connection. */
export interface ChannelRegistry<S = undefined> {
  /** The state of a task that nobody watches. */
  readonly idle: ChannelState<S>;
  /** The state of the channel, or the idle one while nobody watches. Connects nothing. */
  getState(key: ChannelKey): ChannelState<S>;
  /** Watches: the first watcher opens the channel, the last one to leave closes it. Answers the way to leave. */
  subscribe(key: ChannelKey, listener: () => void): () => void;
  /** A person asks for a try now. */
  retry(key: ChannelKey): void;
}

/** What all channels of a page have in common. */
export interface RegistryOptions<S> {
  /** Makes the `snapshot` of the events; without it there is none. */
  readonly fold?: Fold<S>;
  /** Gets a one-time ticket of a task, for who has no cookie (CL12). */
  readonly getTicket?: (task_id: string, signal: AbortSignal) => Promise<string>;
}

interface Entry<S> {
  readonly channel: TaskChannel<S>;
  watchers: number;
  /** The timer that closes the channel; set while nobody watches. */
  release: unknown;
}

/**
 * A registry over one environment.
 *
 * The last watcher's leave closes the channel only in the next turn: a view that React mounts twice (strict mode), or that gives its
 * place to another of the same task, keeps the one connection (CL9). The ceilings of CL4 outlive the channel by an hour.
 */
export function createChannelRegistry<S = undefined>(
  environment: Environment,
  options: RegistryOptions<S> = {},
): ChannelRegistry<S> {
  // Whoever hands in no fold has chosen S = undefined.
  const { fold = NO_FOLD as unknown as Fold<S>, getTicket } = options;
  const idle = idleState(fold.empty);
  const { clock } = environment;
  const entries = new Map<string, Entry<S>>();
  /** What the last channel fell back to: the next one need not prove again that WebSocket is blocked (CL8). */
  let fallback: FallbackName | undefined;
  const nameOf = ({ url, task_id }: ChannelKey): string => `${task_id} ${url}`;

  const bucketsOf = keepCeilings(clock, (name) => entries.has(name));

  const open = (key: ChannelKey): TaskChannel<S> =>
    createTaskChannel({
      ...key,
      environment,
      fold,
      fallback,
      buckets: bucketsOf(nameOf(key)),
      getTicket: getTicket && ((signal) => getTicket(key.task_id, signal)),
    });

  const acquire = (key: ChannelKey): Entry<S> => {
    const name = nameOf(key);
    const entry = entries.get(name) ?? { channel: open(key), watchers: 0, release: null };
    entries.set(name, entry);
    if (entry.release !== null) clock.clearTimer(entry.release);
    entry.release = null;
    entry.watchers += 1;
    return entry;
  };

  const leave = (name: string, entry: Entry<S>): void => {
    entry.watchers -= 1;
    if (entry.watchers > 0) return;
    entry.release = clock.setTimer(() => {
      entries.delete(name);
      entry.channel.close();
      fallback = entry.channel.getState().connection.fallback;
    }, 0);
  };

  return {
    idle,
    getState: (key) => entries.get(nameOf(key))?.channel.getState() ?? idle,
    subscribe(key, listener) {
      const entry = acquire(key);
      const unsubscribe = entry.channel.subscribe(listener);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        unsubscribe();
        leave(nameOf(key), entry);
      };
    },
    retry: (key) => entries.get(nameOf(key))?.channel.retry(),
  };
}

/** Remembers the ceilings of channels that are gone, until they are full again. */
function keepCeilings(clock: Clock, isWatched: (name: string) => boolean): (name: string) => Buckets {
  const ceilings = new Map<string, Buckets>();
  return (name) => {
    const now = clock.now();
    for (const [other, { dials, probes }] of ceilings) {
      if (!isWatched(other) && dials.isFull(now) && probes.isFull(now)) ceilings.delete(other);
    }
    const buckets = ceilings.get(name) ?? createBuckets();
    ceilings.set(name, buckets);
    return buckets;
  };
}
