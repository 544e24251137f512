import type { Catalogue } from "@wayfinder/catalogue";
import type { Store } from "@wayfinder/engine";
import type { ModelKit } from "@wayfinder/pipeline";
import type { Config } from "../config.ts";
import { createChoices } from "./model-choices.ts";
import { modelFetches } from "./model-fetch.ts";
import { modelKit } from "./model-kit.ts";
import { createModelService, type ModelService } from "./model-service.ts";
import { personModels, probesOver } from "./person-models.ts";
import { sealingSecret } from "./sealing-secret.ts";

interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly catalogue: Catalogue;
  /** A clock that never goes back, ms. */
  readonly now: () => number;
}

/** What a process knows of models: the routes' half and the worker's. Nothing is asked of a model before somebody needs it. */
export async function openModels({ config, store, catalogue, now }: Parts): Promise<{ service: ModelService; kit: ModelKit }> {
  const secret = await sealingSecret(config);
  const find = createChoices({ config, store, secret });
  const network = { fetchFor: modelFetches() };
  const modes = probesOver(network);
  const models = personModels({ find, modes, ...network, timeouts: config.models.timeouts });
  return {
    service: createModelService({ config: config.models, store, find, modes, secret, now }),
    kit: modelKit({ config: config.models, catalogue, models, today: () => new Date() }),
  };
}
