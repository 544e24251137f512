/** The wire protocols we speak (PL9). */
export type ProviderKind = "openai-compatible" | "anthropic" | "google";

/**
 * How a JSON answer is asked for: the schema enforced by the provider; JSON enforced and the schema in the prompt; the schema as
 * the parameters of a tool the model must call; or the schema in the prompt and nothing enforced.
 */
export type StructuredMode = "json_schema" | "json_object" | "tool" | "text";

/** Limits of one call, in ms (PL5). */
export interface CallTimeouts {
  /** From sending to the first piece of the answer; covers a server that never sends headers. */
  readonly first_byte_ms: number;
  /** Between two pieces of the answer. Keep-alive comments are no pieces. */
  readonly silence_ms: number;
  readonly total_ms: number;
}

/**
 * First piece within 2 min: models that think unseen and local servers that load a model first take longer than a minute. Silence
 * of 1 min: even slow local models write a token every few seconds. 10 min for all: a long answer of 16 000 tokens at 30 tokens/s.
 */
export const DEFAULT_TIMEOUTS: CallTimeouts = { first_byte_ms: 120_000, silence_ms: 60_000, total_ms: 600_000 };

/** Everything that decides how a model is reached. */
export interface ProviderSettings {
  readonly provider: ProviderKind;
  /** Names the provider in `Model.name`; by default the known provider at the base URL's host, else the kind. */
  readonly provider_id?: string;
  /** From the environment or an administrator, never from a user. Default: the public host of the kind. */
  readonly base_url?: string;
  readonly api_key?: string;
  readonly model: string;
  /** Whether the key is a person's own, who is then told what to mend; else whoever runs the server is. */
  readonly own_key?: boolean;
  readonly mode: StructuredMode;
  readonly timeouts?: Partial<CallTimeouts>;
  /** Whether the base URL may be a private or loopback address: only where the server itself listens on loopback. Default false. */
  readonly allow_private?: boolean;
}
