import type { TaskEvent } from "@wayfinder/protocol";

/** How the events of a task become what a view shows: handed in, because only the server's own events mean something to its views. */
export interface Fold<S> {
  /** What there is before the first event. */
  readonly empty: S;
  /**
   * The snapshot after one more event. Unchanged parts keep their identity.
   *
   * `fresh` holds the objects that were made since a view last saw a snapshot: these alone may be changed in place, so that a burst of events need
   * not copy the same large part once for each of them. A fold that knows nothing of it is right, too.
   */
  apply(snapshot: S, event: TaskEvent, fresh: Set<object>): S;
  /** Whether a type means something to it; others are counted as unknown, and applied all the same. */
  knows?(type: string): boolean;
}

/** For who only listens to events. */
export const NO_FOLD: Fold<undefined> = { empty: undefined, apply: () => undefined };
