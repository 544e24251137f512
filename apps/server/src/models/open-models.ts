import type { Catalogue } from "@wayfinder/catalogue";
import type { Store } from "@wayfinder/engine";
import type { ModelKit } from "@wayfinder/pipeline";
import type { Config } from "../config.ts";
import { createChoices } from "./model-choices.ts";
import { modelFetches } from "./model-fetch.ts";
import { modelKit } from "./model-kit.ts";
import { createModelService, type ModelService } from "./model-service.ts";
import { personModels, probesOver } from "./person-models.ts";
import { probeAccount } from "./probe-account.ts";
import { openSpanExport } from "./span-export.ts";
import { sealingSecret } from "./sealing-secret.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly catalogue: Catalogue;
  /** A clock that never goes back, ms. */
  readonly now: () => number;
}

/** What a process knows of models: the routes' half and the worker's. */
export interface OpenedModels {
  readonly service: ModelService;
  readonly kit: ModelKit;
  /** Sends the last spans. */
  close(): Promise<void>;
}

/** Opens the models of the configuration. Nothing is asked of a model before somebody needs it. */
export async function openModels({ config, store, catalogue, now }: Parts): Promise<OpenedModels> {
  const secret = await sealingSecret(config);
  const find = createChoices({ config, store, secret });
  const { otlp_endpoint, budgets, prices } = config.models;
  const spans = otlp_endpoint === undefined ? null : await openSpanExport(otlp_endpoint);
  const network = { fetchFor: modelFetches(), tracer: spans?.tracer };
  const modes = probesOver(network, store, probeAccount({ store, budgets, prices }));
  const models = personModels({ find, modes, ...network, timeouts: config.models.timeouts });
  return {
    service: createModelService({ config: config.models, store, find, modes, secret, now }),
    kit: modelKit({ config: config.models, catalogue, models, today: () => new Date() }),
    close: async () => spans?.close(),
  };
}
