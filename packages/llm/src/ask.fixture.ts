import type { ModelAnswer, ModelError, ModelRequest } from "@wayfinder/pipeline";
import { createModel, type ModelEnvironment } from "./create-model.ts";
import type { ProviderSettings } from "./provider-settings.ts";

/** A question with a schema, in small. */
export const QUESTION: ModelRequest = {
  system: "You are terse.",
  prompt: "the secret goal",
  schema: {
    name: "verdict",
    json: { type: "object", properties: { good: { type: "boolean" } }, required: ["good"], additionalProperties: false },
  },
  max_output_tokens: 100,
};

/** The same without a schema. */
export const FREE: ModelRequest = { system: "You are terse.", prompt: "the secret goal", max_output_tokens: 100 };

/** Settings of a model on loopback. */
export function settingsFor(base_url: string, parts: Partial<ProviderSettings> = {}): ProviderSettings {
  return {
    provider: "openai-compatible",
    base_url,
    api_key: "sk-very-secret",
    model: "m1",
    mode: "text",
    allow_private: true,
    ...parts,
  };
}

/** Asks once and collects what was shown on the way. */
export async function askOnce(
  settings: ProviderSettings,
  request: ModelRequest,
  environment: ModelEnvironment = {},
): Promise<ModelAnswer & { readonly shown: readonly string[] }> {
  const shown: string[] = [];
  const signal = new AbortController().signal;
  const answer = await createModel(settings, environment).ask(request, { signal, onText: (delta) => shown.push(delta) });
  return { ...answer, shown };
}

/** Asks once and expects a ModelError. */
export async function askInVain(settings: ProviderSettings, request: ModelRequest = FREE): Promise<ModelError> {
  try {
    await askOnce(settings, request);
  } catch (error) {
    if (error instanceof Error && error.name === "ModelError") return error as ModelError;
    throw error;
  }
  throw new Error("An answer came where an error was expected.");
}
