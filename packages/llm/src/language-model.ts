import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { wrapLanguageModel } from "ai";
import { baseUrlOf, providerIdOf } from "./known-providers.ts";
import type { ProviderSettings } from "./provider-settings.ts";

/** A model as the provider packages make it. */
export type WireModel = ReturnType<typeof wrapLanguageModel>;

/** The provider package's model for these settings, over the `fetch` handed in. */
export function languageModel(settings: ProviderSettings, fetch: typeof globalThis.fetch): WireModel {
  const options = { baseURL: baseUrlOf(settings), fetch };
  // These two read the environment when the key is undefined; keys come from the settings only.
  const apiKey = settings.api_key ?? "";
  switch (settings.provider) {
    case "anthropic":
      return createAnthropic({ ...options, apiKey })(settings.model);
    case "google":
      return createGoogle({ ...options, apiKey })(settings.model);
    case "openai-compatible":
      return openAiCompatible(settings, options);
  }
}

function openAiCompatible(
  settings: ProviderSettings,
  options: { readonly baseURL: string; readonly fetch: typeof globalThis.fetch },
): WireModel {
  const provider_id = providerIdOf(settings);
  return createOpenAICompatible({
    ...options,
    name: "openai-compatible",
    ...(settings.api_key === undefined ? {} : { apiKey: settings.api_key }),
    // Without it the schema is not sent at all.
    supportsStructuredOutputs: settings.mode === "json_schema",
    includeUsage: true,
    transformRequestBody: (body) => (provider_id === "openai" ? renameOutputLimit(body) : body),
  })(settings.model);
}

/** OpenAI's own models refuse `max_tokens` since they think; other servers know no other name. */
function renameOutputLimit(body: Record<string, unknown>): Record<string, unknown> {
  const { max_tokens, ...rest } = body;
  return { ...rest, max_completion_tokens: max_tokens };
}
