import { NO_COUNTS } from "./counters.ts";
import { withoutQuery } from "./dial-url.ts";
import type { LoadTabs } from "./tabs.ts";
import { openConnection, type ConnectionOptions, type TaskConnection } from "./task-connection.ts";

/** How long the code is waited for, in ms: a person waits for a first sign. */
const PATIENCE_MS = 3_000;

/** A connection shared with other tabs (CL9), whose code is loaded only where there can be any. Without it, a connection of this tab's own. */
export function openShared(options: ConnectionOptions, loadTabs: LoadTabs): TaskConnection {
  const { clock } = options.environment;
  let connection: TaskConnection | null = null;
  let closed = false;
  const begin = (open = (): TaskConnection => openConnection(options)): void => {
    clock.clearTimer(timer);
    if (!closed) connection ??= open();
  };
  const timer = clock.setTimer(begin, PATIENCE_MS);
  Promise.all([import("./shared-connection.ts"), loadTabs()])
    .then(([{ shareConnection }, tabs]) => begin(() => shareConnection({ ...options, open: openConnection }, tabs)))
    .catch(() => begin());
  return {
    look: () =>
      connection?.look() ?? {
        connection: { state: closed ? "idle" : "connecting", url: withoutQuery(options.url), attempt: 0 },
        counters: NO_COUNTS,
      },
    retry: () => connection?.retry(),
    close() {
      clock.clearTimer(timer);
      if (connection !== null) return connection.close();
      if (closed) return;
      closed = true;
      options.closed();
    },
  };
}
