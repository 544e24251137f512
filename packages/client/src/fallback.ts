import { withoutQuery } from "./dial-url.ts";
import type { Environment } from "./environment.ts";
import { logUrl } from "./log-url.ts";
import { longPollTransport } from "./long-poll-transport.ts";
import { sseTransport } from "./sse-transport.ts";
import type { FallbackName, TransportConnection, TransportHandlers } from "./transport.ts";

/** Which fallback, and for which address of the socket, with the place in the log. */
export interface FallbackOptions {
  readonly name: FallbackName;
  readonly url: string;
  readonly task_id: string;
  readonly environment: Environment;
}

/** Opens a connection over what is left where WebSocket is blocked (CL8). */
export function open({ name, url, task_id, environment }: FallbackOptions, handlers: TransportHandlers): TransportConnection {
  const target = logUrl(url, task_id);
  environment.log.log(`[WS] Connecting to: ${withoutQuery(target)}`);
  const transport = name === "sse" ? sseTransport(environment.fetch) : longPollTransport(environment);
  return transport.open({ url: target, protocols: [] }, handlers);
}
