import { randomInt } from "node:crypto";
import { type Catalogue, loadCatalogue } from "@wayfinder/catalogue";
import { POLL_EVERY_MS, RENEW_EVERY_MS, type Worker } from "@wayfinder/engine";
import { createWorkflow } from "@wayfinder/pipeline";
import type { Logger } from "pino";
import { every } from "./clocks.ts";
import type { Config } from "./config.ts";
import { removeExpiredLogs, RETENTION_LOOK_MS } from "./log-retention.ts";
import { openModels, type OpenedModels } from "./models/open-models.ts";
import { openDatabase } from "./open-database.ts";
import { measureProcess } from "./operation/measured-process.ts";
import { sensorOfLoop, type LoopSensor } from "./realtime/overload.ts";
import { Sockets } from "./realtime/sockets.ts";
import { startApi, type RunningApi } from "./start-api.ts";
import { startWorker } from "./start-worker.ts";

/** 32 bits of chance for delays. */
const CHANCE_RANGE = 2 ** 32;

export interface RunningServer {
  /** Where the API listens; null for a process that only works. */
  readonly port: number | null;
  /** Sockets told to come back, workers stopped, database closed last. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Called when the embedded database has died and cannot be brought back. */
  readonly onLost: () => void;
  /** What measures the event loop; this process's own by default. */
  readonly sensor?: LoopSensor;
  /** The clock of everything that watchers wait for, ms; it never goes back. */
  readonly now?: () => number;
}

/** The composition root: everything is made and joined here. Rejects when the database cannot be opened or the port is taken. */
export async function startServer(
  config: Config,
  log: Logger,
  { onLost, sensor = sensorOfLoop(), now = () => performance.now() }: ServerOptions,
): Promise<RunningServer> {
  const catalogue = catalogueOf(config, log);
  const { store: opened, close } = await openDatabase(config, log, onLost);
  const random = () => randomInt(CHANCE_RANGE) / CHANCE_RANGE;
  const onError = (error: unknown) => log.error({ err: error }, "unexpected");
  const sockets = new Sockets();
  let worker: Worker | null = null;
  const measured = measureProcess({ opened, stepsRunning: () => worker?.running ?? 0, onError });
  const { metrics, store } = measured;
  let api: RunningApi | null = null;
  let models: OpenedModels | null = null;
  try {
    models = await openModels({ config, store, catalogue, now });
    const workflow = createWorkflow({ catalogue, kit: models.kit });
    const { budgets } = config.models;
    if (config.role !== "api") worker = startWorker({ store, workflow, budgets, metrics, random, log });
    const parts = { config, log, store, catalogue, workflow, models: models.service, metrics, sockets, sensor, now, random };
    if (config.role !== "worker") api = await startApi(parts);
  } catch (error) {
    measured.stop();
    await worker?.stop();
    await models?.close();
    await close();
    throw error;
  }
  await worker?.poll();
  const clocks = worker
    ? [every(POLL_EVERY_MS, () => worker.poll(), onError), every(RENEW_EVERY_MS, () => worker.renew(), onError)]
    : [];
  const { log_retention_days: days } = config;
  if (worker && days !== undefined) {
    removeExpiredLogs(store, days).catch(onError);
    clocks.push(every(RETENTION_LOOK_MS, () => removeExpiredLogs(store, days), onError));
  }

  return {
    port: api?.port ?? null,
    async stop() {
      await Promise.all([worker?.stop(), api?.stop()]);
      for (const stop of clocks) stop();
      measured.stop();
      await models?.close();
      await close();
    },
  };
}

/** While somebody writes it, a file that cannot be read is left out; the preview says what is wrong with it. */
function catalogueOf({ catalogue_dir, catalogue_preview }: Config, log: Logger): Catalogue {
  if (!catalogue_preview) return loadCatalogue(catalogue_dir);
  return loadCatalogue(catalogue_dir, ({ message }) => log.warn(message));
}
