import type { TaskEvent } from "@wayfinder/protocol";
import type { ConnectionState } from "./connection-state.ts";
import { NO_COUNTS, type Counters } from "./counters.ts";

/** What a view shows of one task. It, and each of its parts, keeps its identity while nothing of it changes. */
export interface ChannelState<S = undefined> {
  readonly connection: ConnectionState;
  /** The fold of every event delivered. */
  readonly snapshot: S;
  /** The newest 500 events, newest last, without `content_delta` (their text is in the snapshot). */
  readonly timeline: readonly TaskEvent[];
  /** How many events came before those of the timeline and are no longer kept. */
  readonly earlier: number;
  readonly counters: Counters;
}

/** The state while there is no channel. */
export const idleState = <S>(snapshot: S): ChannelState<S> => ({
  connection: { state: "idle", url: "", attempt: 0 },
  snapshot,
  timeline: [],
  earlier: 0,
  counters: NO_COUNTS,
});
