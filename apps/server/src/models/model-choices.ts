import type { ModelSettingsRecord, SettingsStore } from "@wayfinder/engine";
import { knownProvider, modelName, type ProviderSettings, type StructuredMode } from "@wayfinder/llm";
import type { ModelRole } from "@wayfinder/pipeline";
import { LOOPBACK, type Config } from "../config.ts";
import type { InstanceModel } from "./model-variables.ts";
import { openKey } from "./sealed-key.ts";

/** How a model is reached, but for the way it is asked for JSON. */
export type Reach = Omit<ProviderSettings, "mode">;

/** The models of one person's tasks. */
export interface ModelChoice {
  readonly source: "own" | "instance";
  /** Id of the provider, as in the price table. */
  readonly provider: string;
  readonly model: string;
  readonly roles: Readonly<Partial<Record<ModelRole, string>>>;
  /** The person's key; null when it can no longer be opened; absent where the instance's is used. */
  readonly own_key?: string | null;
  /** Set where the environment says it, so that nothing is probed. */
  readonly mode?: StructuredMode;
  /** How the model of a role is reached. */
  reach(role?: ModelRole): Reach;
  /** `provider/model` of a role, as in the price table. */
  nameOf(role?: ModelRole): string;
}

interface Parts {
  readonly config: Pick<Config, "models" | "host">;
  readonly store: Pick<SettingsStore, "getModelSettings">;
  /** Opens people's keys; null where none can be kept. */
  readonly secret: Buffer | null;
}

/** Finds a person's models: their own if they brought a key, else the instance's; null when there are none. */
export type FindChoice = (user_id: string | null) => Promise<ModelChoice | null>;

/** A person's key goes only to the provider's own public host; private addresses only where this server itself is on loopback. */
export function createChoices({ config, store, secret }: Parts): FindChoice {
  const { instance } = config.models;
  const shared = instance && instanceChoice(instance, LOOPBACK.has(config.host));
  return async (user_id) => {
    const own = user_id === null ? null : await store.getModelSettings({ user_id });
    if (own === null || user_id === null) return shared;
    return ownChoice(own, secret && openKey(own.sealed_key, { secret, user_id })) ?? shared;
  };
}

/** Null when the provider is no longer one that people may choose. */
function ownChoice({ provider, model, roles }: ModelSettingsRecord, own_key: string | null): ModelChoice | null {
  const known = knownProvider(provider);
  if (!known?.fixed_host) return null;
  const { kind, base_url } = known;
  const reach = (role?: ModelRole): Reach => ({
    provider: kind,
    provider_id: provider,
    base_url,
    model: (role && roles[role]) ?? model,
    own_key: true,
    ...(own_key === null ? {} : { api_key: own_key }),
  });
  const nameOf = (role?: ModelRole) => modelName(reach(role));
  return { source: "own", provider, model, roles, own_key, reach, nameOf };
}

function instanceChoice({ roles, mode, model, ...rest }: InstanceModel, allow_private: boolean): ModelChoice {
  const reach = (role?: ModelRole): Reach => ({ ...rest, model: (role && roles[role]) ?? model, allow_private });
  const nameOf = (role?: ModelRole) => modelName(reach(role));
  const provider = nameOf().split("/")[0] ?? rest.provider;
  return { source: "instance", provider, model, roles, reach, nameOf, ...(mode === undefined ? {} : { mode }) };
}
