import type { Store } from "@wayfinder/engine";

/** Retention is counted in days; a look at all tasks six times an hour costs nothing and is never late by more. */
export const RETENTION_LOOK_MS = 600_000;
const DAY_MS = 86_400_000;
/** Tasks removed in one commit: each may have a log of some MB. */
const AT_ONCE = 50;

/** Removes the logs of tasks that ended more than `days` ago, until none is left (LG10). */
export async function removeExpiredLogs(store: Pick<Store, "removeExpired">, days: number): Promise<void> {
  while ((await store.removeExpired({ older_than_ms: days * DAY_MS, limit: AT_ONCE })) === AT_ONCE);
}
