import type { AskContext, Model, ModelAnswer, ModelRequest } from "@wayfinder/pipeline";
import { streamText } from "ai";
import { AnswerReader } from "./answer-reader.ts";
import { callError } from "./call-error.ts";
import { CallWatch } from "./call-watch.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";
import { providerIdOf } from "./known-providers.ts";
import { languageModel } from "./language-model.ts";
import { startCallSpan } from "./model-span.ts";
import { DEFAULT_TIMEOUTS, type ProviderSettings } from "./provider-settings.ts";
import type { ModelTracer } from "./tracer.ts";
import { watchedFetch } from "./watched-fetch.ts";
import { wireRequest } from "./wire-request.ts";

/** What a model reaches the world through. */
export interface ModelEnvironment {
  /** Default: a guarded fetch of its own. Hand one guarded fetch to all models so that they share connections. */
  readonly fetch?: typeof globalThis.fetch;
  /** Gets one span per call, without prompts and answers. */
  readonly tracer?: ModelTracer;
  /** Told once per answered call how long the first piece took, in ms. */
  readonly onFirstByte?: (first_byte_ms: number) => void;
}

/** `provider/model`, as in the journal and the price table. */
export const modelName = (settings: Pick<ProviderSettings, "provider" | "provider_id" | "base_url" | "model">): string =>
  `${providerIdOf(settings)}/${settings.model}`;

/** A model over the wire. One call per `ask`, never a retry; rejects with ModelError or the signal's reason. */
export function createModel(settings: ProviderSettings, environment: ModelEnvironment = {}): Model {
  const fetch = environment.fetch ?? createGuardedFetch({ allow_private: settings.allow_private ?? false });
  return {
    name: modelName(settings),
    ask: async (request, context) => {
      const span = startCallSpan({ tracer: environment.tracer, settings, request });
      try {
        const answer = await ask({ settings, environment: { ...environment, fetch }, request, context });
        span.answered(answer);
        return answer;
      } catch (error) {
        span.failed(error);
        throw error;
      }
    },
  };
}

interface Call {
  readonly settings: ProviderSettings;
  readonly environment: ModelEnvironment & { readonly fetch: typeof globalThis.fetch };
  readonly request: ModelRequest;
  readonly context: AskContext;
}

async function ask(call: Call): Promise<ModelAnswer> {
  const { settings, environment, context } = call;
  context.signal.throwIfAborted();
  const watch = new CallWatch({ ...DEFAULT_TIMEOUTS, ...settings.timeouts });
  const signal = AbortSignal.any([context.signal, watch.signal]);
  try {
    // The race ends the wait even if the connection does not heed the signal.
    const answer = await Promise.race([readAnswer(call, watch, signal), rejection(signal)]);
    if (watch.first_byte_ms !== null) environment.onFirstByte?.(watch.first_byte_ms);
    return answer;
  } catch (error) {
    context.signal.throwIfAborted();
    if (watch.signal.aborted) throw watch.signal.reason;
    const { model, own_key = false } = settings;
    throw callError(error, { model, own_key, billing: watch.billing, now_ms: Date.now() });
  } finally {
    watch.stop();
  }
}

async function readAnswer(call: Call, watch: CallWatch, signal: AbortSignal): Promise<ModelAnswer> {
  const { settings, environment, request, context } = call;
  const reader = new AnswerReader({
    from_tool: settings.mode === "tool" && request.schema !== undefined,
    max_output_tokens: request.max_output_tokens,
    onFull: () => watch.answerTooLong(),
    onPiece: () => watch.pieceArrived(),
    onText: (delta) => {
      if (!signal.aborted) context.onText?.(delta);
    },
  });
  const model = languageModel(settings, watchedFetch(environment.fetch, watch));
  const { stream } = streamText({
    ...wireRequest({ settings, model, request }),
    prompt: request.prompt,
    maxOutputTokens: request.max_output_tokens,
    maxRetries: 0,
    abortSignal: signal,
    // Our own span says all there is to say; this keeps prompts from anything that listens in the process.
    telemetry: { isEnabled: false, recordInputs: false, recordOutputs: false },
    // Errors come as parts; the default would print them with the provider's payload.
    onError: () => {},
  });
  for await (const part of stream) reader.take(part);
  signal.throwIfAborted();
  return reader.answer();
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
