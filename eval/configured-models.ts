import type { Models } from "@wayfinder/pipeline";
import { readConfig } from "../apps/server/src/config.ts";
import { createChoices } from "../apps/server/src/models/model-choices.ts";
import { modelFetches } from "../apps/server/src/models/model-fetch.ts";
import { personModels, probesOver } from "../apps/server/src/models/person-models.ts";

/** Nobody has settings of their own here, and what a probe finds is kept by nobody. */
const NO_STORE = {
  getModelSettings: async () => null,
  getModelMode: async () => null,
  saveModelMode: async () => {},
};

/** The models that a server with this environment would use; null when it names none. Throws ConfigError. */
export function configuredModels(env: Readonly<Record<string, string | undefined>>): Models | null {
  const config = readConfig(env);
  if (config.models.instance === null) return null;
  const network = { fetchFor: modelFetches() };
  const find = createChoices({ config, store: NO_STORE, secret: null });
  return personModels({ find, modes: probesOver(network, NO_STORE), ...network, timeouts: config.models.timeouts });
}
