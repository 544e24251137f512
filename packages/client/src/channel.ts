import type { TaskEvent } from "@wayfinder/protocol";
import type { ChannelState } from "./channel-state.ts";
import { ChannelView } from "./channel-view.ts";
import type { Buckets, GetTicket } from "./effect-runner.ts";
import type { Environment } from "./environment.ts";
import { NO_FOLD, type Fold } from "./fold.ts";
import { openShared } from "./sharing.ts";
import { openConnection, type ConnectionOptions, type TaskConnection } from "./task-connection.ts";
import type { FallbackName } from "./transport.ts";
import { createTokenBucket } from "./token-bucket.ts";

export interface TaskChannelOptions<S = undefined> {
  /** `links.ws` as the server gave it. */
  readonly url: string;
  readonly task_id: string;
  /** The number of the last event that the caller already has; without it the server decides. */
  readonly after?: number | undefined;
  readonly environment: Environment;
  /** Makes the `snapshot` of the events; without it there is none. */
  readonly fold?: Fold<S> | undefined;
  /** What an earlier channel of this page fell back to, because WebSocket was proved blocked (CL8). */
  readonly fallback?: FallbackName | undefined;
  /**
   * Gets a one-time ticket of the task, for who has no cookie. It is told in the first message of each connection, `?auth=message` in the address says so, and
   * it is renewed in place before its time is over (HS8, HS9). Tabs do not share such a connection.
   */
  readonly getTicket?: GetTicket | undefined;
  /** Ceilings shared with an earlier channel of the same task. */
  readonly buckets?: Buckets | undefined;
  /** Called with each event, once and in order. What it throws is reported on the console and changes nothing. */
  readonly onEvent?: (event: TaskEvent) => void;
  /** The events so far belong to a log that is no more; all of the new one follows. */
  readonly onReset?: () => void;
}

/** A client's view of one task. It connects when it is made. */
export interface TaskChannel<S = undefined> {
  /** Unchanged while nothing changed. */
  getState(): ChannelState<S>;
  /** Calls `listener` after each batch of changes; answers the way to stop. */
  subscribe(listener: () => void): () => void;
  /** A person asks for a try now (CL4). */
  retry(): void;
  /** Leaves no timer, socket, request or listener behind (CL9). */
  close(): void;
}

export const createBuckets = (): Buckets => ({ dials: createTokenBucket(), probes: createTokenBucket() });

/** Opens the channel of a task and keeps it until it is done, has failed or is closed. */
export function createTaskChannel<S = undefined>(options: TaskChannelOptions<S>): TaskChannel<S> {
  const { environment, buckets = createBuckets(), onEvent, onReset } = options;
  // Whoever hands in no fold has chosen S = undefined.
  const fold = options.fold ?? (NO_FOLD as unknown as Fold<S>);
  const view = new ChannelView({ schedule: environment.schedule, fold, source: () => connection.look() });

  /** A caller's own code must not break the channel: it runs when the position is already set (CL2). */
  const guarded = (run: () => void): void => {
    try {
      run();
    } catch (error) {
      environment.log.error(`[WS] A listener failed: ${String(error)}`);
    }
  };

  const connection = connect({
    ...options,
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

/** Shares a connection with other tabs where there can be any, and where a cookie lets them read the log, too (CL9). */
function connect(options: ConnectionOptions): TaskConnection {
  const { tabs } = options.environment;
  return tabs === undefined || options.getTicket !== undefined ? openConnection(options) : openShared(options, tabs);
}
