import { LongPoll, type LongPollOptions } from "./long-poll.ts";
import { fetchedConnection } from "./fetched-connection.ts";
import type { Transport } from "./transport.ts";

/** The transport over long polls (CL8), for where even a stream is held back. */
export function longPollTransport(options: LongPollOptions): Transport {
  return {
    open: ({ url }, handlers) => fetchedConnection(handlers, (line) => new LongPoll(options, url, line).run()),
  };
}
