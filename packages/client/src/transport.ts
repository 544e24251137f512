/** What a transport tells of one connection: at most one `opened`, messages, then exactly one `closed`, unless it was closed from here. */
export interface TransportHandlers {
  opened(): void;
  message(data: unknown): void;
  closed(code: number): void;
}

/** One connection under way. */
export interface TransportConnection {
  /** Does nothing unless open. */
  send(text: string): void;
  /** Ends the connection; none of its handlers is called afterwards. */
  close(): void;
}

/** A way to the log: WebSocket now; SSE and long poll speak the same messages. */
export interface Transport {
  /** Throws if the address can never be dialled. */
  open(target: { url: string; protocols: readonly string[] }, handlers: TransportHandlers): TransportConnection;
}
