import type { ModelSettingsRecord } from "@wayfinder/engine";
import { KNOWN_PROVIDERS, knownProvider } from "@wayfinder/llm";
import { ProblemError, type FieldError, type ModelSettingsRequest } from "@wayfinder/protocol";
import { sealKey } from "./sealed-key.ts";

interface Circumstances {
  readonly secret: Buffer | null;
  readonly user_id: string;
  readonly before: ModelSettingsRecord | null;
}

/** Names of models hold letters, figures and a few signs; spaces and line breaks are slips of pasting. */
const MODEL_NAME = /^[\w.:/@+-]+$/;
/** Keys go into a header as they are. */
const KEY = /^[!-~]+$/;

/** What is kept of a person's choice, its key sealed. Throws a ProblemError that names the field. */
export function settingsRecord(
  { provider, model, roles = {}, key }: ModelSettingsRequest,
  { secret, user_id, before }: Circumstances,
): Omit<ModelSettingsRecord, "updated_at"> {
  if (secret === null)
    throw wrong({
      path: "key",
      message: "this server keeps no keys; whoever runs it has to set SECRET_KEY, since it uses a database of its own",
      rule: "not_kept",
    });
  if (!knownProvider(provider)?.fixed_host)
    throw wrong({ path: "provider", message: `must be one of ${ids()}`, rule: "not_offered" });
  const names = Object.entries({ model, ...prefixed(roles) });
  for (const [path, name] of names)
    if (!MODEL_NAME.test(name))
      throw wrong({ path, message: "must be a model's name as the provider writes it, without spaces", rule: "not_plain" });
  if (key !== undefined && !KEY.test(key))
    throw wrong({ path: "key", message: "must hold no spaces and nothing outside ASCII", rule: "not_plain" });
  const sealed_key = key === undefined ? keptKey(provider, before) : sealKey(key, { secret, user_id });
  return { provider, model, roles, sealed_key };
}

const wrong = (error: FieldError): ProblemError =>
  new ProblemError("invalid_request", `Not accepted: ${error.path}: ${error.message}.`, { errors: [error] });

const ids = (): string =>
  KNOWN_PROVIDERS.filter((known) => known.fixed_host)
    .map((known) => known.id)
    .join(", ");

const prefixed = (roles: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(roles).map(([role, name]) => [`roles.${role}`, name]));

function keptKey(provider: string, before: ModelSettingsRecord | null): string {
  if (before?.provider === provider) return before.sealed_key;
  throw new ProblemError("model_key_missing", `A key of ${provider} is needed.`, {
    errors: [{ path: "key", message: "is needed for another provider than before", rule: "missing" }],
  });
}
