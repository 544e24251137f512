import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Sink } from "./pump.ts";

/** The two faces of one connection: `ws` for handshake, parsing and closing, the raw socket for frames that are ready. */
export interface Connection {
  readonly ws: WebSocket;
  readonly socket: Duplex;
}

/** Raw frames go around `ws`, which would build each one anew; several of a turn leave in one write (MS2). */
class SocketSink implements Sink {
  readonly ws: WebSocket;
  readonly #socket: Duplex;

  constructor({ ws, socket }: Connection) {
    this.ws = ws;
    this.#socket = socket;
  }

  isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN;
  }

  write(chunks: readonly Buffer[]): void {
    const socket = this.#socket;
    const [only] = chunks;
    if (chunks.length === 1 && only) return void socket.write(only);
    socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    socket.uncork();
  }

  buffered(): number {
    return this.#socket.writableLength;
  }
}

/** A connection's sink; a class, since there are ten thousand and each function of its own would cost as much as all its fields. */
export const socketSink = (connection: Connection): Sink => new SocketSink(connection);
