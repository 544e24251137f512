import { ModelError, type ModelAnswer, type ModelErrorKind, type ModelRequest } from "@wayfinder/pipeline";
import { capabilityOf } from "./capability.ts";
import { createModel, type ModelEnvironment } from "./create-model.ts";
import { providerIdOf } from "./known-providers.ts";
import type { ProviderSettings, StructuredMode } from "./provider-settings.ts";

/** What a test of a model found. */
export type ProbeResult =
  | {
      readonly ok: true;
      /** The first way of asking for JSON whose answer kept the schema; `text` where none did. */
      readonly mode: StructuredMode;
      /** Measured from the first piece to the end; null where the provider counts no tokens. */
      readonly tokens_per_second: number | null;
      readonly first_byte_ms: number;
      /** `Model.name` */
      readonly model: string;
    }
  | { readonly ok: false; readonly kind: ModelErrorKind; readonly message: string };

/** One call of a probe: to which model, in which mode, and what it asks. */
export interface ProbeCall {
  readonly model: string;
  readonly mode: StructuredMode;
  readonly request: ModelRequest;
}

type Answer = Pick<ModelAnswer, "text" | "tokens">;

interface ProbeContext {
  readonly signal: AbortSignal;
  readonly environment?: ModelEnvironment;
  /** Keeps each call in the books, or rejects instead of making it, which ends the probe so. Default: nobody counts. */
  readonly account?: (call: ProbeCall, ask: () => Promise<ModelAnswer>) => Promise<Answer>;
}

/** Some 100 tokens of answer, enough to time; names that nobody would choose without having seen the schema. */
const REQUEST: ModelRequest = {
  system: "You answer briefly.",
  prompt: "Name the seven days of the week in English, each with one short sentence about it.",
  schema: {
    name: "week_sketch",
    json: {
      type: "object",
      properties: {
        sketch_title: { type: "string" },
        day_lines: { type: "array", items: { type: "string" } },
      },
      required: ["sketch_title", "day_lines"],
      additionalProperties: false,
    },
  },
  // Room for models that think before they answer.
  max_output_tokens: 4_000,
};

/** Refusals that may be the fault of the mode and not of the settings: the next mode is worth a try. */
const MODE_REFUSED: ReadonlySet<ModelErrorKind> = new Set(["request_refused"]);

/** Text mode takes any answer but none. */
const NOTHING_SAID = {
  kind: "request_refused",
  message: `The model answered nothing within ${REQUEST.max_output_tokens} tokens. Choose another one.`,
} as const;

/**
 * Makes a small real call in each mode that the capability table holds possible, best first, and keeps the first that works.
 * Rejects only with the signal's reason or the account's; a model that cannot be used is a result with words.
 */
export async function probeModel(settings: Omit<ProviderSettings, "mode">, context: ProbeContext): Promise<ProbeResult> {
  let refusal: ModelError | null = null;
  for (const mode of capabilityOf(providerIdOf(settings)).modes) {
    try {
      const result = await tryMode({ ...settings, mode }, context);
      if (result !== null) return result;
      refusal = null;
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      refusal = error;
      if (!MODE_REFUSED.has(error.kind)) break;
    }
  }
  const { kind, message } = refusal ?? NOTHING_SAID;
  return { ok: false, kind, message };
}

async function tryMode(settings: ProviderSettings, context: ProbeContext): Promise<ProbeResult | null> {
  const { signal, environment, account = (_call, ask) => ask() } = context;
  let first_byte_ms = 0;
  const model = createModel(settings, { ...environment, onFirstByte: (ms) => (first_byte_ms = ms) });
  let took_ms = 0;
  const call = { model: model.name, mode: settings.mode, request: REQUEST };
  const answer = await account(call, async () => {
    const started_ms = performance.now();
    const said = await model.ask(REQUEST, { signal });
    took_ms = performance.now() - started_ms;
    return said;
  });
  if (settings.mode === "text" ? answer.text.trim() === "" : !keepsSchema(answer.text)) return null;
  const { mode } = settings;
  const tokens_per_second = rate(answer, took_ms - first_byte_ms);
  return { ok: true, mode, tokens_per_second, first_byte_ms: Math.round(first_byte_ms), model: model.name };
}

/** The shortest time that a rate is computed from; answers that come in one piece have no pace. */
const SHORTEST_MS = 50;

function rate({ tokens }: Answer, span_ms: number): number | null {
  if (tokens === null || tokens.output_tokens === 0 || span_ms < SHORTEST_MS) return null;
  return Math.round((tokens.output_tokens * 10_000) / span_ms) / 10;
}

/** Strict on purpose: no fences, no prose. A mode that needs mending is no better than text. */
function keepsSchema(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof value !== "object" || value === null) return false;
  const { sketch_title, day_lines } = value as Record<string, unknown>;
  const lines_kept = Array.isArray(day_lines) && day_lines.every((line) => typeof line === "string");
  return typeof sketch_title === "string" && lines_kept && day_lines.length > 0;
}
