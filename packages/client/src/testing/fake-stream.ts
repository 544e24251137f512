import type { TransportHandlers } from "../transport.ts";

/** What a server of event streams has in its hands: the same as one of sockets. */
export interface FakeStream {
  readonly handlers: TransportHandlers;
  /** What `fetch` answers. */
  readonly response: Promise<Response>;
}

/**
 * An event stream that a test writes as if it were a socket. The text is cut into parts of `cut` bytes, wherever that falls. `hungUp` is called
 * when the client aborts.
 */
export function fakeStream({ signal, cut, hungUp }: { signal: AbortSignal; cut: number; hungUp: () => void }): FakeStream {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const encoder = new TextEncoder();
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  let ended = false;
  const abort = (): void => {
    if (!ended) body?.error(new DOMException("aborted", "AbortError"));
    ended = true;
    hungUp();
  };
  signal.addEventListener("abort", abort, { once: true });
  const open = (): void => {
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
    resolve(new Response(stream, { headers: { "Content-Type": "text/event-stream" } }));
  };
  const handlers: TransportHandlers = {
    opened: open,
    message(data) {
      if (ended) return;
      const bytes = encoder.encode(`: a comment\nid: x\n${String(data).replace(/^/gm, "data: ")}\n\n`);
      for (let at = 0; at < bytes.length; at += cut) body?.enqueue(bytes.subarray(at, at + cut));
    },
    closed(code) {
      if (ended) return;
      ended = true;
      signal.removeEventListener("abort", abort);
      if (body === null) resolve(new Response("{}", { status: 502 }));
      else if (code === 1006) body.error(new TypeError("terminated"));
      else body.close();
    },
  };
  return { handlers, response: promise };
}
