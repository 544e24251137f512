import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Catalogue } from "@wayfinder/catalogue";
import type { Store } from "@wayfinder/engine";
import type { RoadmapWorkflow } from "@wayfinder/pipeline";
import type { Logger } from "pino";
import { createWebsocket } from "./api/v1/websocket.ts";
import { every } from "./clocks.ts";
import type { Config } from "./config.ts";
import { createAccess } from "./http/access.ts";
import { createApp } from "./http/app.ts";
import type { Metrics } from "./metrics.ts";
import type { ModelService } from "./models/model-service.ts";
import { sayOnce } from "./once.ts";
import { Streams } from "./http/streams.ts";
import { WaitingPolls } from "./http/waiting-polls.ts";
import { channelGauges } from "./operation/channel-gauges.ts";
import { deliveryCounts } from "./operation/delivery-counts.ts";
import { AUTHORITY_MS } from "./realtime/authority.ts";
import { createHub, type Hub } from "./realtime/hub.ts";
import { Overload, type LoopSensor } from "./realtime/overload.ts";
import { singleFlight } from "./realtime/single-flight.ts";
import type { Sockets } from "./realtime/sockets.ts";
import { createTurn } from "./realtime/turn.ts";
import { Watchers } from "./watchers.ts";

/** Sockets' timeouts are counted in seconds; four looks a second keep them true. */
const TICK_MS = 250;
/** How late a lost wake-up may be found (LG7). */
const HEAD_POLL_MS = 1_000;
/** How often the load is looked at; SD8 counts these looks. */
const LOAD_LOOK_MS = 1_000;
/** A drain waits this long for clients to answer their close, then cuts them; Ctrl-C is to end everything within 8 s. */
const DRAIN_MS = 2_000;
const DRAIN_LOOK_MS = 20;
/** Connections waiting to be accepted; a storm of watchers comes back at once. */
const BACKLOG = 4_096;

export interface ApiParts {
  readonly config: Config;
  readonly log: Logger;
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly workflow: RoadmapWorkflow;
  readonly models: ModelService;
  readonly metrics: Metrics;
  readonly sockets: Sockets;
  readonly sensor: LoopSensor;
  readonly now: () => number;
  readonly random: () => number;
}

export interface RunningApi {
  readonly port: number;
  /** Readiness off, sockets told to come back; resolves when the last has gone (SD6). */
  stop(): Promise<void>;
}

/** HTTP and sockets of one process, listening. Rejects when the port is taken. */
export async function startApi(parts: ApiParts): Promise<RunningApi> {
  const { config, log, metrics, sockets, sensor, now, store, random } = parts;
  let draining = false;
  const onError = (error: unknown) => log.error({ err: error }, "unexpected");
  const access = createAccess(config, store);
  const notReady = () => (draining ? Promise.resolve("The server is stopping.") : unreachable(store));
  const streams = new Streams();
  const polls = new WaitingPolls();
  const watchers = new Watchers(sockets, streams, polls);
  const overload = new Overload({
    watchers: () => watchers.size,
    max: config.max_sockets,
    stopping: () => draining,
    sensor,
    random,
  });
  const clock = { now: () => new Date(), uptime: now, newId: () => randomUUID() };
  const context = { ...parts, ...clock, access, streams, polls, overload, notReady };
  const app = await createApp(context, log);
  const hub = createHub({ store, onError, onFoundByPoll: () => metrics.foundByPoll.inc() });
  channelGauges(metrics, { sockets, hub });
  const stopGone = watchers.closeGone(store, random);
  const onWrongPath = sayOnce((path, right) => log.warn({ path, right }, "a client dials a wrong socket path"));
  const socketParts = {
    store,
    readTaskAnew: (task_id: string) => store.getTask({ task_id }),
    readTask: singleFlight((task_id: string) => store.getTask({ task_id })),
    hub,
    sockets,
    access,
    metrics,
    watcher: deliveryCounts(metrics, "websocket"),
    onSendAfterClose: () => metrics.sendsAfterClose.inc(),
    turn: createTurn(),
    bench: config.bench,
    overload,
    auth_ms: AUTHORITY_MS,
    random,
    now,
    onWrongPath,
    onError,
  };
  app.server.on("upgrade", createWebsocket(socketParts));
  await app.listen({ port: config.api_port, host: config.host, backlog: BACKLOG });
  const clocks = startClocks({ watchers, hub, overload }, onError);

  return {
    port: (app.server.address() as AddressInfo).port,
    async stop() {
      draining = true;
      watchers.drain(random);
      await gone(sockets);
      for (const stop of [...clocks, stopGone]) stop();
      sensor.stop();
      sockets.cut();
      hub.close();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

const startClocks = (
  { watchers, hub, overload }: { watchers: Watchers; hub: Hub; overload: Overload },
  onError: (error: unknown) => void,
): (() => void)[] => [
  every(TICK_MS, () => watchers.tick(), onError),
  every(HEAD_POLL_MS, () => hub.poll(), onError),
  every(LOAD_LOOK_MS, () => overload.tick(), onError),
];

const unreachable = (store: Store): Promise<string | null> =>
  store.ping().then(
    () => null,
    () => "The database does not answer.",
  );

/** Resolves when the last watcher has gone, or when the time is over; with none at once. */
async function gone(sockets: Sockets): Promise<void> {
  const end = performance.now() + DRAIN_MS;
  while (sockets.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, DRAIN_LOOK_MS));
}
