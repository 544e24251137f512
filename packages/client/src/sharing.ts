import { NO_COUNTS } from "./counters.ts";
import { withoutQuery } from "./dial-url.ts";
import type { LoadTabs } from "./tabs.ts";
import { openConnection, type ConnectionOptions, type TaskConnection } from "./task-connection.ts";

/** A connection shared with other tabs (CL9), whose code is loaded only where there can be any. Without it, a connection of this tab's own. */
export function openShared(options: ConnectionOptions, loadTabs: LoadTabs): TaskConnection {
  let connection: TaskConnection | null = null;
  let closed = false;
  const begin = (open: () => TaskConnection): void => {
    if (!closed) connection = open();
  };
  Promise.all([import("./shared-connection.ts"), loadTabs()]).then(
    ([{ shareConnection }, tabs]) => begin(() => shareConnection({ ...options, open: openConnection }, tabs)),
    () => begin(() => openConnection(options)),
  );
  return {
    look: () =>
      connection?.look() ?? {
        connection: { state: closed ? "idle" : "connecting", url: withoutQuery(options.url), attempt: 0 },
        counters: NO_COUNTS,
      },
    retry: () => connection?.retry(),
    close() {
      if (connection !== null) return connection.close();
      if (!closed) options.closed();
      closed = true;
    },
  };
}
