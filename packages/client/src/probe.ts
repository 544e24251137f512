import { PROBE_HEADER } from "@wayfinder/protocol/channel-route";
import type { Fetch } from "./environment.ts";
import type { ProbeAnswer } from "./probe-verdict.ts";

export interface Asking {
  readonly fetch: Fetch;
  readonly url: string;
  readonly signal: AbortSignal;
}

/**
 * Asks the socket's address over HTTP (HS2). Redirects are not followed, since a WebSocket does not follow them either.
 *
 * A page cannot read the answer of a foreign server without CORS headers: the request fails as if nobody were there. A second,
 * unreadable one tells the two apart.
 */
export async function probe({ fetch, url, signal }: Asking): Promise<ProbeAnswer> {
  const ask = async (init: RequestInit): Promise<Response> => {
    const answer = await fetch(url, { cache: "no-store", signal, ...init });
    await answer.body?.cancel();
    return answer;
  };
  try {
    const { headers, status } = await ask({ credentials: "include", redirect: "manual" });
    // In seconds; a date, which would need the server's clock, counts as nothing.
    const retry_after_ms = Number(headers.get("Retry-After")) * 1_000 || 0;
    return { kind: "answer", signed: headers.has(PROBE_HEADER), status, retry_after_ms };
  } catch {
    try {
      await ask({ mode: "no-cors", credentials: "omit" });
      return { kind: "opaque" };
    } catch {
      return { kind: "unreachable" }; // Refused, unknown host, no network, aborted: all the same from here.
    }
  }
}
