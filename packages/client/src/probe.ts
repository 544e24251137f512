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
  try {
    const answer = await fetch(url, { credentials: "include", redirect: "manual", cache: "no-store", signal });
    await answer.body?.cancel();
    return {
      kind: "answer",
      signed: answer.headers.has(PROBE_HEADER),
      status: answer.status,
      // In seconds; a date, which would need the server's clock, counts as nothing.
      retry_after_ms: Number(answer.headers.get("Retry-After")) * 1_000 || 0,
    };
  } catch {
    return signal.aborted ? { kind: "unreachable" } : await probeUnread({ fetch, url, signal });
  }
}

async function probeUnread({ fetch, url, signal }: Asking): Promise<ProbeAnswer> {
  try {
    const answer = await fetch(url, { mode: "no-cors", credentials: "omit", cache: "no-store", signal });
    await answer.body?.cancel();
    return { kind: "opaque" };
  } catch {
    return { kind: "unreachable" }; // Refused, unknown host, no network: all the same from here.
  }
}
