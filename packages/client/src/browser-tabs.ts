import type { Tabs } from "./tabs.ts";

/** What is used of `navigator.locks`. */
interface Locks {
  request(name: string, options: { signal: AbortSignal }, held: () => Promise<void>): Promise<unknown>;
}

interface Broadcast {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  close(): void;
}

/** What is used of a browser's global object; a page without TLS has no locks. */
export interface TabGlobals {
  readonly navigator?: { readonly locks?: Locks };
  readonly BroadcastChannel?: new (name: string) => Broadcast;
}

/** The tabs of a browser. Throws where it lets them know nothing of one another. */
export function browserTabs({ navigator, BroadcastChannel }: TabGlobals): Tabs {
  const locks = navigator?.locks;
  if (locks === undefined || BroadcastChannel === undefined) throw new Error("No tabs here");
  return {
    lock(name, { held, failed }) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const waiting = new AbortController();
      const hold = (): Promise<void> => {
        if (!waiting.signal.aborted) held();
        return waiting.signal.aborted ? Promise.resolve() : promise;
      };
      locks.request(name, { signal: waiting.signal }, hold).catch(() => {
        if (!waiting.signal.aborted) failed();
      });
      return () => {
        waiting.abort();
        resolve();
      };
    },
    join(name, hear) {
      const channel = new BroadcastChannel(name);
      channel.addEventListener("message", ({ data }) => hear(data));
      return { say: (message) => channel.postMessage(message), leave: () => channel.close() };
    },
  };
}
