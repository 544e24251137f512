/** What carries a channel, in the order in which they are tried (CL8). */
export type TransportName = "web_socket" | "sse" | "long_poll";

/** What is left where WebSocket is blocked. */
export type FallbackName = Exclude<TransportName, "web_socket">;

/** What a transport tells of one connection: at most one `opened`, messages, then exactly one `closed`, unless it was closed from here. */
export interface TransportHandlers {
  opened(): void;
  message(data: unknown): void;
  closed(code: number): void;
}

/** One connection under way. */
export interface TransportConnection {
  /** Does nothing unless open, or where the transport only listens. */
  send(text: string): void;
  /** Ends the connection; none of its handlers is called afterwards. */
  close(): void;
}

/** A way to the log: WebSocket, server-sent events and long polls bring the same messages. */
export interface Transport {
  /** Throws if the address can never be dialled. */
  open(target: { url: string; protocols: readonly string[] }, handlers: TransportHandlers): TransportConnection;
}
