import { SESSION_ROUTE } from "@wayfinder/protocol/channel-route";
import type { RefreshAnswer } from "./machine-input.ts";
import type { Asking } from "./probe.ts";

/** Renews the session cookie at the server of `url`. */
export async function refreshSession({ fetch, url, signal }: Asking): Promise<RefreshAnswer> {
  try {
    const answer = await fetch(new URL(SESSION_ROUTE, url).href, {
      method: "POST",
      credentials: "include",
      headers: { "Content-Type": "application/json" },
      body: "{}",
      signal,
    });
    await answer.body?.cancel();
    if (answer.ok) return "refreshed";
    return answer.status >= 500 || answer.status === 429 ? "unreachable" : "refused";
  } catch {
    return "unreachable";
  }
}
