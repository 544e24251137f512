import type { FallbackOptions } from "./fallback.ts";
import type { RefreshAnswer } from "./machine-input.ts";
import type { Asking } from "./probe.ts";
import type { TransportConnection, TransportHandlers } from "./transport.ts";

/** Lost without a code: what a WebSocket says of it. */
const LOST = 1006;

/** A fallback (CL8), whose code is loaded only where it is needed. Code that cannot be had is a lost connection. */
export function openFallback(options: FallbackOptions, handlers: TransportHandlers): TransportConnection {
  let connection: TransportConnection | null = null;
  let closed = false;
  import("./fallback.ts")
    .then((fallback) => {
      if (!closed) connection = fallback.open(options, handlers);
    })
    .catch(() => (closed ? undefined : handlers.closed(LOST)));
  return {
    send: (text) => connection?.send(text),
    close() {
      closed = true;
      connection?.close();
    },
  };
}

/** Renews the session. Code that cannot be had renews nothing. */
export const refreshLater = (asking: Asking): Promise<RefreshAnswer> =>
  import("./refresh.ts").then(
    ({ refreshSession }) => refreshSession(asking),
    () => "unreachable",
  );
