import { ModelError } from "@wayfinder/pipeline";
import { answerTooLong, type CallWatch } from "./call-watch.ts";

/** A whole stream with thinking: 100 000 pieces of a token each in some 300 bytes of JSON, twice over. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What of a refusal is read for its kind. */
const MOST_REFUSAL_BYTES = 64 * 1024;

/** A `fetch` that tells the watch when a 2xx head arrives, follows no redirect, takes no web page for an answer and reads nothing without end (PL5). */
export function watchedFetch(fetch: typeof globalThis.fetch, watch: CallWatch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "manual" });
    if (!response.ok) return within(response, MOST_REFUSAL_BYTES, (stream) => stream.terminate());
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
    return within(response, MOST_BYTES, (stream) => stream.error(answerTooLong()));
  };
}

type ByteStream = TransformStreamDefaultController<Uint8Array>;

/** The response with at most so many bytes of its body; then `end` says how it ends. */
function within(response: Response, most: number, end: (stream: ByteStream) => void): Response {
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, stream) {
      const room = most - length;
      length += piece.byteLength;
      stream.enqueue(piece.byteLength > room ? piece.subarray(0, room) : piece);
      if (length > most) end(stream);
    },
  });
  const { status, statusText, headers } = response;
  return response.body === null ? response : new Response(response.body.pipeThrough(limit), { status, statusText, headers });
}
