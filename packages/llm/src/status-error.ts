import { ModelError, type ModelErrorKind } from "@wayfinder/pipeline";
import { readRetryAfter } from "./retry-after.ts";

/** An HTTP answer other than 2xx, as the provider sent it. */
export interface RefusedResponse {
  readonly status: number;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** Only read for what kind of refusal it is; never shown (MS6). */
  readonly body: string;
  readonly model: string;
  /** Whether it was asked with a person's own key. */
  readonly own_key: boolean;
  readonly now_ms: number;
}

/** Words by which providers say, under 400, 403 and 429 alike, that the account is empty. */
const NO_CREDIT = /insufficient_quota|insufficient.balance|credit balance|arrearage|billing_hard_limit/i;
const NO_MODEL = /model_not_found|model_not_exist|not a valid model|unknown model|model .{0,80} (not found|does not exist)/i;

/** Says in a person's words why the provider refused, and what to do. Nothing is billed for a refusal. */
export function statusError(response: RefusedResponse): ModelError {
  const kind = kindOf(response);
  return new ModelError(kind, wordsFor(kind, response), {
    retry_after_ms: readRetryAfter(response.headers, response.now_ms),
    possibly_billed: false,
  });
}

function kindOf({ status, body }: RefusedResponse): ModelErrorKind {
  if (status >= 300 && status < 400) return "address_not_allowed";
  if (status === 402 || (status < 500 && NO_CREDIT.test(body))) return "out_of_credit";
  if (status === 401 || status === 403) return "key_refused";
  if (status === 404 || (status === 400 && NO_MODEL.test(body))) return "model_not_found";
  if (status === 408) return "timed_out";
  if (status === 429) return "rate_limited";
  return status === 409 || status === 425 || status >= 500 ? "overloaded" : "request_refused";
}

function wordsFor(kind: ModelErrorKind, refused: RefusedResponse): string {
  const { status } = refused;
  switch (kind) {
    case "key_refused":
    case "out_of_credit":
    case "model_not_found":
    case "address_not_allowed":
      return refused.own_key ? ownWords(kind, refused) : serverWords(kind, refused);
    case "rate_limited":
      return `The provider allows no more requests just now (${status}). Try again in a few minutes.`;
    case "timed_out":
      return `The provider took too long (${status}). Try again in a few minutes.`;
    case "overloaded":
      return `The provider is overloaded or has a fault (${status}). Try again in a few minutes.`;
    default:
      return `The provider did not accept the request (${status}). The model may not take so long a text or this form of answer; test it in Settings.`;
  }
}

/** What somebody has to mend, who depends on whose key it is. */
type Standing = "key_refused" | "out_of_credit" | "model_not_found" | "address_not_allowed";

function ownWords(kind: Standing, { status, model }: RefusedResponse): string {
  switch (kind) {
    case "key_refused":
      return status === 401
        ? "The provider refused your key (401). Enter another one in Settings."
        : `The provider does not let your key use ${model} (403). Check the key's rights there, or choose another key or model in Settings.`;
    case "out_of_credit":
      return `Your account with the provider has no credit left (${status}). Top it up there, then try again.`;
    case "model_not_found":
      return `The provider does not know the model ${model} (${status}). Choose another one in Settings.`;
    case "address_not_allowed":
      return `The provider sends on to another address (${status}), which is not followed. Choose another provider in Settings.`;
  }
}

/** Whoever reads it may not be who runs the server: a key of one's own is a way for everybody. */
function serverWords(kind: Standing, { status, model }: RefusedResponse): string {
  switch (kind) {
    case "key_refused":
      return status === 401
        ? "The provider refused this server's key (401). Whoever runs the server sets LLM_API_KEY; in Settings you can use a key of your own."
        : `The provider does not let this server's key use ${model} (403). Whoever runs the server sets LLM_API_KEY and LLM_MODEL; in Settings you can use a key of your own.`;
    case "out_of_credit":
      return `This server's account with the provider has no credit left (${status}). Whoever runs the server can top it up; in Settings you can use a key of your own.`;
    case "model_not_found":
      return `The provider does not know the model ${model} (${status}). Whoever runs the server checks LLM_MODEL and LLM_BASE_URL; in Settings you can use a model of your own.`;
    case "address_not_allowed":
      return `The model's address sends on to another one (${status}), which is not followed. Whoever runs the server sets LLM_BASE_URL to the final address.`;
  }
}
