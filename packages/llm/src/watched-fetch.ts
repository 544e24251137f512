import { ModelError } from "@wayfinder/pipeline";
import type { CallWatch } from "./call-watch.ts";

/** A `fetch` that tells the watch when a 2xx head arrives, follows no redirect and takes no web page for an answer. */
export function watchedFetch(fetch: typeof globalThis.fetch, watch: CallWatch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" });
    if (!response.ok) return response;
    watch.headArrived();
    const type = response.headers.get("content-type") ?? "";
    if (type.startsWith("text/html")) {
      await response.body?.cancel();
      throw new ModelError(
        "request_refused",
        "A web page answered instead of a model. Check LLM_BASE_URL; it often has to end in /v1.",
        { possibly_billed: false },
      );
    }
    return response;
  };
}
