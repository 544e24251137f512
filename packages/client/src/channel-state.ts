import type { TaskEvent } from "@wayfinder/protocol";
import { EMPTY_SNAPSHOT, type Snapshot } from "@wayfinder/protocol/fold";
import type { ConnectionState } from "./connection-state.ts";
import { NO_COUNTS, type Counters } from "./counters.ts";

/** What a view shows of one task. It, and each of its parts, keeps its identity while nothing of it changes. */
export interface ChannelState {
  readonly connection: ConnectionState;
  /** The fold of every event delivered. */
  readonly snapshot: Snapshot;
  /** The newest 500 events, newest last, without `content_delta` (their text is in the snapshot). */
  readonly timeline: readonly TaskEvent[];
  readonly counters: Counters;
}

/** The state while there is no channel. */
export const IDLE_CHANNEL_STATE: ChannelState = {
  connection: { state: "idle", url: "", attempt: 0 },
  snapshot: EMPTY_SNAPSHOT,
  timeline: [],
  counters: NO_COUNTS,
};
