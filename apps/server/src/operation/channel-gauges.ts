import type { Metrics } from "../metrics.ts";
import type { Hub } from "../realtime/hub.ts";
import type { Sockets } from "../realtime/sockets.ts";

/** What is open now and what it holds in memory. */
export function channelGauges({ instruments, streams }: Metrics, { sockets, hub }: { sockets: Sockets; hub: Hub }): void {
  instruments.gauge({
    name: "connections",
    help: "Open connections of watchers, by transport; a long poll counts while it waits.",
    labels: ["transport"],
    read: () => [
      { labels: { transport: "websocket" }, value: sockets.size },
      { labels: { transport: "sse" }, value: streams.sse },
      { labels: { transport: "long_poll" }, value: streams.long_poll },
    ],
  });
  instruments.gauge({
    name: "slow_readers",
    help: "Sockets whose events wait because the reader has no room.",
    read: () => [{ value: sockets.slow }],
  });
  instruments.gauge({
    name: "runs",
    help: "Logs of which ready frames are kept in memory.",
    read: () => [{ value: hub.held.runs }],
  });
  instruments.gauge({
    name: "run_bytes",
    help: "Memory of all ready frames.",
    read: () => [{ value: hub.held.bytes }],
  });
}
