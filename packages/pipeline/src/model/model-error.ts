/** Why a call failed. The kinds behind `rate_limited` can be tried again, the ones before cannot (PL4). */
export type ModelErrorKind =
  | "key_refused"
  | "out_of_credit"
  | "model_not_found"
  | "request_refused"
  | "address_not_allowed"
  | "rate_limited"
  | "overloaded"
  | "timed_out"
  | "cut_off"
  | "unreachable";

const LASTING: ReadonlySet<ModelErrorKind> = new Set([
  "key_refused",
  "out_of_credit",
  "model_not_found",
  "request_refused",
  "address_not_allowed",
]);

/** A call that brought no answer. The message is for people: what happened and what to do; never the provider's payload (MS6). */
export class ModelError extends Error {
  readonly kind: ModelErrorKind;
  /** The provider's Retry-After, in ms; it wins over our own delay (PL4). */
  readonly retry_after_ms: number | null;
  /** Whether the provider may have counted tokens: it had begun to answer, or nobody knows. */
  readonly possibly_billed: boolean;

  constructor(
    kind: ModelErrorKind,
    message: string,
    options: ErrorOptions & { readonly retry_after_ms?: number | null; readonly possibly_billed?: boolean } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ModelError";
    this.kind = kind;
    this.retry_after_ms = options.retry_after_ms ?? null;
    this.possibly_billed = options.possibly_billed ?? false;
  }

  /** Whether another try may mend it (PL4). */
  get lasting(): boolean {
    return LASTING.has(this.kind);
  }
}
