import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Sink } from "./pump.ts";

/** The two faces of one connection: `ws` for handshake, parsing and closing, the raw socket for frames that are ready. */
export interface Connection {
  readonly ws: WebSocket;
  readonly socket: Duplex;
}

/** Raw frames go around `ws`, which would build each one anew; several of a turn leave in one write (MS2). */
export const socketSink = ({ ws, socket }: Connection): Sink => ({
  ws,
  isOpen: () => ws.readyState === ws.OPEN,
  write(chunks) {
    const [only] = chunks;
    if (chunks.length === 1 && only) return void socket.write(only);
    socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    socket.uncork();
  },
  buffered: () => socket.writableLength,
});
