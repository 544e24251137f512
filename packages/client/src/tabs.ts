/** What is said to every other tab that watches the same task. */
export interface TabLine {
  /** Reaches the others later, in order, or not at all. */
  say(message: unknown): void;
  leave(): void;
}

/** Gets at the tabs of this browser, or rejects where they know nothing of one another. */
export type LoadTabs = () => Promise<Tabs>;

/** The tabs of one browser, for sharing a connection (CL9): Web Locks and BroadcastChannel, handed in. */
export interface Tabs {
  /**
   * Waits for the lock `name`, which one tab at a time holds until it lets go or dies, and calls `held` once it is ours, `failed` if it never can be.
   * Neither is called before this has answered the way to let go, or to wait no longer.
   */
  lock(name: string, on: { held(): void; failed(): void }): () => void;
  join(name: string, hear: (message: unknown) => void): TabLine;
}
