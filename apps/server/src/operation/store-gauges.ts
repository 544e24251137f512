import type { Store, WorkCounts } from "@wayfinder/engine";
import type { Metrics } from "../metrics.ts";
import { keptAnswer } from "./kept-answer.ts";

/** The database is asked to count at most once in this time, however many look. */
const COUNT_EVERY_MS = 10_000;

interface StoreParts {
  readonly store: Store;
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** What the database knows of all processes, and how much of its pool this one uses. */
export function storeGauges({ instruments }: Metrics, { store, now, onError }: StoreParts): void {
  const counts = keptAnswer<WorkCounts>({ ask: () => store.countWork(), keep_ms: COUNT_EVERY_MS, now, onError });
  instruments.gauge({
    name: "tasks",
    help: "Tasks in the database, by status.",
    labels: ["status"],
    read: async () => Object.entries((await counts())?.tasks ?? {}).map(([status, value]) => ({ labels: { status }, value })),
  });
  instruments.gauge({
    name: "steps",
    help: "Steps in the database that are due or running, in all processes.",
    labels: ["status"],
    read: async () => Object.entries((await counts())?.steps ?? {}).map(([status, value]) => ({ labels: { status }, value })),
  });
  instruments.gauge({
    name: "database_connections",
    help: "Connections of this process's pool, by what they do.",
    labels: ["state"],
    read: async () => {
      // what is asked for those who look is not what they look for
      await counts();
      const { busy, idle } = store.poolUse();
      return [
        { labels: { state: "busy" }, value: busy },
        { labels: { state: "idle" }, value: idle },
      ];
    },
  });
  instruments.gauge({
    name: "database_waiting",
    help: "Queries of this process that wait for a connection.",
    read: async () => {
      await counts();
      return [{ value: store.poolUse().waiting }];
    },
  });
}
