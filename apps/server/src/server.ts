import { randomInt, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { loadCatalogue } from "@wayfinder/catalogue";
import { createWorker, POLL_EVERY_MS, RENEW_EVERY_MS, type Worker } from "@wayfinder/engine";
import { createWorkflow } from "@wayfinder/pipeline";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { createWebsocket } from "./api/v1/websocket.ts";
import { every } from "./clocks.ts";
import type { Config } from "./config.ts";
import { createAccess } from "./http/access.ts";
import { createApp } from "./http/app.ts";
import { createMetrics } from "./metrics.ts";
import { sayOnce } from "./once.ts";
import { openDatabase } from "./open-database.ts";
import { createHub } from "./realtime/hub.ts";
import { Sockets } from "./realtime/sockets.ts";
import { createTurn } from "./realtime/turn.ts";

/** Sockets' timeouts are counted in seconds; four looks a second keep them true. */
const TICK_MS = 250;
/** How late a lost wake-up may be found (LG7). */
const HEAD_POLL_MS = 1_000;
/** After this a drain cuts what is left; Ctrl-C is to end everything within 8 s (API.md). */
const DRAIN_MS = 2_000;
/** Connections waiting to be accepted; a storm of watchers comes back at once (bench README). */
const BACKLOG = 4_096;

export interface RunningServer {
  readonly port: number;
  /** Readiness off, sockets told to come back, workers stopped, database closed last. */
  stop(): Promise<void>;
}

/** The composition root: everything is made and joined here. Rejects when the database cannot be opened or the port is taken. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const catalogue = loadCatalogue();
  const { store, close } = await openDatabase(config, log);
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const onError = (error: unknown) => log.error({ err: error }, "unexpected");
  const workflow = createWorkflow({ catalogue });
  const sockets = new Sockets();
  let worker: Worker | null = null;
  let draining = false;

  const metrics = createMetrics({ sockets: () => sockets.size, steps: () => worker?.running ?? 0 });
  if (config.role !== "api")
    worker = createWorker({
      store,
      workflow,
      random,
      onFailure: (step, error) => {
        metrics.stepFailures.inc({ step: step.name });
        log.warn({ err: error, task_id: step.lease.task_id, path: step.lease.path, attempt: step.attempt }, "a step failed");
      },
      onError: (error) => log.warn({ err: error }, "the worker could not reach its database; it tries again"),
    });

  const access = createAccess(config, store);
  const notReady = async () => {
    if (draining) return "The server is stopping.";
    return store.ping().then(
      () => null,
      () => "The database does not answer.",
    );
  };
  const context = {
    config,
    store,
    catalogue,
    workflow,
    access,
    metrics,
    now: () => new Date(),
    newId: () => randomUUID(),
    notReady,
  };
  const app = await createApp(context, log);
  const hub = createHub({ store, onError });
  const wrongPath = sayOnce((path, right) => log.warn({ path, right }, "a client dials a wrong socket path"));
  app.server.on(
    "upgrade",
    createWebsocket({
      store,
      hub,
      sockets,
      access,
      metrics,
      turn: createTurn(),
      bench: config.bench,
      now: () => performance.now(),
      onWrongPath: wrongPath,
      onError,
    }),
  );

  try {
    await app.listen({ port: config.api_port, host: config.host, backlog: BACKLOG });
  } catch (error) {
    await worker?.stop();
    await close();
    throw error;
  }
  await worker?.poll();
  const clocks = [
    every(TICK_MS, () => sockets.tick(), onError),
    every(HEAD_POLL_MS, () => hub.poll(), onError),
    ...(worker ? [every(POLL_EVERY_MS, () => worker.poll(), onError), every(RENEW_EVERY_MS, () => worker.renew(), onError)] : []),
  ];

  return {
    port: (app.server.address() as AddressInfo).port,
    async stop() {
      draining = true;
      sockets.drain(random);
      await Promise.all([worker?.stop(), drained(app, sockets)]);
      for (const stop of clocks) stop();
      hub.close();
      await app.close();
      await close();
    },
  };
}

/** Resolves when the last socket has closed, or when the time is over; with no sockets at once (SD6). */
async function drained(app: FastifyInstance, sockets: Sockets): Promise<void> {
  const end = performance.now() + DRAIN_MS;
  while (sockets.size > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  app.server.closeAllConnections();
}
