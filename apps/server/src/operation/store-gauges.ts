import type { SpendingCount, Store, WorkCounts } from "@wayfinder/engine";
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
export function storeGauges(metrics: Metrics, { store, now, onError }: StoreParts): void {
  const { instruments } = metrics;
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
  const spending = keptAnswer<readonly SpendingCount[]>({
    ask: () => store.countSpending(),
    keep_ms: COUNT_EVERY_MS,
    now,
    onError,
  });
  spendingGauges(metrics, spending);
  instruments.gauge({
    name: "database_connections",
    help: "Connections of this process's pool, by what they do.",
    labels: ["state"],
    read: async () => {
      // what is asked for those who look is not what they look for
      await Promise.all([counts(), spending()]);
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
      await Promise.all([counts(), spending()]);
      return [{ value: store.poolUse().waiting }];
    },
  });
}

function spendingGauges({ instruments }: Metrics, spending: () => Promise<readonly SpendingCount[] | null>): void {
  instruments.gauge({
    name: "model_day_tokens",
    help: "Tokens of calls to models in the last 24 hours, as budgets count them, by who pays and what for.",
    labels: ["payer", "purpose"],
    read: async () =>
      ((await spending()) ?? []).map(({ payer, purpose, tokens }) => ({ labels: { payer, purpose }, value: tokens })),
  });
  instruments.gauge({
    name: "model_day_usd",
    help: "US dollars for them; missing where a price is not known.",
    labels: ["payer", "purpose"],
    read: async () =>
      ((await spending()) ?? []).flatMap(({ payer, purpose, usd }) =>
        usd === null ? [] : [{ labels: { payer, purpose }, value: usd }],
      ),
  });
}
