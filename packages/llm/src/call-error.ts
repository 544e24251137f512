import { ModelError } from "@wayfinder/pipeline";
import { APICallError } from "ai";
import { statusError } from "./status-error.ts";

/** What is known about the call that failed. */
export interface FailedCall {
  readonly model: string;
  /** Whether it went with a person's own key. */
  readonly own_key: boolean;
  /** Whether a 2xx head had arrived. */
  readonly billing: boolean;
  readonly now_ms: number;
}

/** Codes of connections that never came about, so that nothing was sent. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPROTO",
]);

/** Makes a ModelError out of whatever the provider packages threw or streamed. Their words, which quote the provider, are dropped (MS6). */
export function callError(error: unknown, call: FailedCall): ModelError {
  const chain = causesOf(error);
  const own = chain.find((link) => link instanceof ModelError);
  if (own !== undefined) return own;
  const refused = chain.find((link) => APICallError.isInstance(link) && isRefusal(link.statusCode));
  if (APICallError.isInstance(refused)) {
    return statusError({
      status: refused.statusCode ?? 500,
      headers: refused.responseHeaders ?? {},
      body: refused.responseBody ?? "",
      model: call.model,
      own_key: call.own_key,
      now_ms: call.now_ms,
    });
  }
  if (!call.billing) return notReached(chain, call);
  return chain.some(saysOverloaded)
    ? new ModelError("overloaded", "The provider was overloaded and broke its answer off.", { possibly_billed: true })
    : cutOff();
}

/** The answer ended before its end. */
export function cutOff(): ModelError {
  return new ModelError("cut_off", "The model's answer broke off before its end.", { possibly_billed: true });
}

function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 300;
}

function notReached(chain: readonly unknown[], { own_key }: FailedCall): ModelError {
  const codes = chain.map((link) => (link as { code?: unknown }).code).filter((code) => typeof code === "string");
  const never = codes.some((code) => NEVER_CONNECTED.has(code) || code.startsWith("ERR_TLS") || code.includes("CERT"));
  return never
    ? new ModelError(
        "unreachable",
        own_key
          ? `Your provider cannot be reached from this server (${codes.join(", ")}). Try again in a while, or choose another provider in Settings.`
          : `The model's server cannot be reached (${codes.join(", ")}). Whoever runs this server checks LLM_BASE_URL and the network.`,
      )
    : new ModelError("unreachable", "The connection to the model's server broke before it answered.", {
        possibly_billed: true,
      });
}

/** The error, its causes and the members of an AggregateError (one per address that was tried), outermost first. */
function causesOf(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  const open: unknown[] = [error];
  while (open.length > 0 && chain.length < 20) {
    const link = open.shift();
    if (typeof link !== "object" || link === null) continue;
    chain.push(link);
    open.push((link as { cause?: unknown }).cause);
    if (link instanceof AggregateError) open.push(...link.errors);
  }
  return chain;
}

/** Whether an error inside a 200 stream is the provider's trouble: a type or code in words, or an HTTP status as a number. */
function saysOverloaded(link: unknown): boolean {
  const { type, code, statusCode } = link as Record<string, unknown>;
  const status = [statusCode, code].find((value) => typeof value === "number") ?? 0;
  return status === 429 || status >= 500 || /overloaded|rate_limit|server_error/.test(`${String(type)} ${String(code)}`);
}
