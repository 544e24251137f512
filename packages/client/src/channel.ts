import type { TaskEvent } from "@wayfinder/protocol";
import type { ChannelState } from "./channel-state.ts";
import { ChannelView } from "./channel-view.ts";
import type { Buckets } from "./effect-runner.ts";
import type { Environment } from "./environment.ts";
import { shareConnection } from "./shared-connection.ts";
import { openConnection, type ConnectionOptions, type TaskConnection } from "./task-connection.ts";
import type { FallbackName } from "./transport.ts";
import { createTokenBucket } from "./token-bucket.ts";

export interface TaskChannelOptions {
  /** `links.ws` as the server gave it. */
  readonly url: string;
  readonly task_id: string;
  /** The number of the last event that the caller already has; without it the server decides. */
  readonly after?: number | undefined;
  readonly environment: Environment;
  /** What an earlier channel of this page fell back to, because WebSocket was proved blocked (CL8). */
  readonly fallback?: FallbackName | undefined;
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
  const { url, task_id, after, fallback, environment, buckets = createBuckets(), onEvent, onReset } = options;
  const view = new ChannelView({ schedule: environment.schedule, source: () => connection.look() });

  /** A caller's own code must not break the channel: it runs when the position is already set (CL2). */
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      environment.log.error(`[WS] A listener failed: ${String(error)}`);
    }
  };

  const connection = connect({
    url,
    task_id,
    after,
    fallback,
    environment,
    buckets,
    deliver: (event) => {
      view.apply(event);
      if (onEvent !== undefined) guarded(() => onEvent(event));
    },
    reset: () => {
      view.clear();
      if (onReset !== undefined) guarded(onReset);
    },
    changed: () => view.update(),
    closed: () => view.close(),
  });
  view.flush();
  return {
    getState: () => view.getState(),
    subscribe: (listener) => view.subscribe(listener),
    retry: () => connection.retry(),
    close: () => connection.close(),
  };
}

/** Shares a connection with other tabs where there can be any (CL9). */
const connect = (options: ConnectionOptions): TaskConnection =>
  options.environment.tabs === undefined ? openConnection(options) : shareConnection(options, options.environment.tabs);
