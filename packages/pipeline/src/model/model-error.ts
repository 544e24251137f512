import { StepFailure } from "@wayfinder/engine";

/** Why a call failed. The kinds from `rate_limited` on can be tried again, the ones before cannot (PL4). */
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

/** Faults of the settings or the account, and not of what was asked: any other call to the same model ends so, too (PL4). */
const STANDING: ReadonlySet<ModelErrorKind> = new Set(["key_refused", "out_of_credit", "model_not_found", "address_not_allowed"]);

/**
 * A call that brought no answer. The message is for people: what happened and what to do; never the provider's payload (MS6).
 *
 * `retry_after_ms` is the provider's Retry-After and wins over our own delay (PL4); `possibly_billed` says that tokens may have been
 * counted: the provider had begun to answer, or nobody knows.
 */
export class ModelError extends StepFailure {
  readonly kind: ModelErrorKind;

  constructor(
    kind: ModelErrorKind,
    message: string,
    facts: ErrorOptions & { readonly retry_after_ms?: number | null; readonly possibly_billed?: boolean } = {},
  ) {
    super(message, {
      ...facts,
      lasting: LASTING.has(kind),
      foreign: true,
      passing: LASTING.has(kind) ? null : kind,
      standing: STANDING.has(kind) ? kind : null,
    });
    this.name = "ModelError";
    this.kind = kind;
  }
}
