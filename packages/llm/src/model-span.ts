import { ModelError, type ModelAnswer, type ModelRequest } from "@wayfinder/pipeline";
import { baseUrlOf, providerIdOf } from "./known-providers.ts";
import type { ProviderSettings } from "./provider-settings.ts";
import type { ModelTracer } from "./tracer.ts";

/** SpanKind.CLIENT and SpanStatusCode.ERROR of OpenTelemetry's API. */
const CLIENT = 2;
const STATUS_ERROR = 2;

/** `gen_ai.provider.name` where OpenTelemetry's name differs from ours. */
const PROVIDER_NAMES: Readonly<Record<string, string>> = { google: "gcp.gemini" };

/** One call as a span by OpenTelemetry's GenAI conventions (1.37). It holds names, numbers and outcomes; never prompts, answers or keys. */
export interface CallSpan {
  answered(answer: ModelAnswer): void;
  failed(error: unknown): void;
}

/** Starts the span of a call; one that does nothing where there is no tracer. */
export function startCallSpan(input: {
  readonly tracer: ModelTracer | undefined;
  readonly settings: ProviderSettings;
  readonly request: ModelRequest;
}): CallSpan {
  const { tracer, settings, request } = input;
  if (tracer === undefined) return { answered: () => {}, failed: () => {} };
  const span = tracer.startSpan(`chat ${settings.model}`, { kind: CLIENT, attributes: attributesOf(settings, request) });
  return {
    answered: ({ tokens, finish }) => {
      span.setAttributes({ "gen_ai.response.finish_reasons": [finish] });
      if (tokens !== null) {
        span.setAttributes({
          "gen_ai.usage.input_tokens": tokens.input_tokens,
          "gen_ai.usage.output_tokens": tokens.output_tokens,
        });
      }
      span.end();
    },
    failed: (error) => {
      span.setAttributes({ "error.type": error instanceof ModelError ? error.kind : "cancelled" });
      span.setStatus({ code: STATUS_ERROR });
      span.end();
    },
  };
}

function attributesOf(settings: ProviderSettings, request: ModelRequest): Record<string, string | number> {
  const provider_id = providerIdOf(settings);
  const url = URL.parse(baseUrlOf(settings));
  return {
    "gen_ai.operation.name": "chat",
    "gen_ai.provider.name": PROVIDER_NAMES[provider_id] ?? provider_id,
    "gen_ai.request.model": settings.model,
    "gen_ai.request.max_tokens": request.max_output_tokens,
    "gen_ai.output.type": request.schema === undefined ? "text" : "json",
    ...(url === null ? {} : { "server.address": url.hostname, "server.port": portOf(url) }),
  };
}

function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "http:" ? 80 : 443) : Number(url.port);
}
