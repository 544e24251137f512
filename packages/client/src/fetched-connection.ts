import type { TransportConnection, TransportHandlers } from "./transport.ts";

/** Closed without a code, and lost: what a WebSocket says in the same places. */
const NO_CODE = 1005;
const LOST = 1006;

/** What the requests of a connection may tell, and how they learn that nobody listens any more. */
export interface FetchedLine {
  opened(): void;
  message(data: unknown): void;
  readonly signal: AbortSignal;
}

/**
 * A connection that is made of requests: `run` makes them, and resolves when the other side has ended.
 *
 * What the client sends goes to `send`, where there is a way up. After `close()` the signal is aborted and nothing of it is heard. A failure is a lost connection: what it means is asked by probe (CL5).
 */
export function fetchedConnection(
  handlers: TransportHandlers,
  run: (line: FetchedLine) => Promise<void>,
  send: (text: string) => void = () => {},
): TransportConnection {
  const abort = new AbortController();
  const { signal } = abort;
  const end = (code: number): void => {
    if (signal.aborted) return;
    abort.abort();
    handlers.closed(code);
  };
  const line: FetchedLine = {
    opened: () => (signal.aborted ? undefined : handlers.opened()),
    message: (data) => (signal.aborted ? undefined : handlers.message(data)),
    signal,
  };
  run(line).then(
    () => end(NO_CODE),
    () => end(LOST),
  );
  return { send, close: () => abort.abort() };
}
