import type { Transport } from "./transport.ts";

/** What is used of a WebSocket: the browser's, Node's and `ws`'s have it. */
interface Socket {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number): void;
  addEventListener(type: "open" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number }) => void): void;
}
export type SocketConstructor = new (url: string, protocols: string[]) => Socket;

/** `WebSocket.OPEN`. */
const OPEN = 1;
/** The only code besides 3000–4999 that a page may send. */
const NORMAL_CLOSURE = 1000;

/** The transport over a WebSocket class. */
export function webSocketTransport(WebSocket: SocketConstructor): Transport {
  return {
    open({ url, protocols }, { opened, message, closed }) {
      const socket = new WebSocket(url, [...protocols]);
      /** Until its close, or ours: afterwards nothing of it is heard. */
      let isHeard = true;
      socket.addEventListener("open", () => isHeard && opened());
      socket.addEventListener("message", ({ data }) => isHeard && message(data));
      socket.addEventListener("close", ({ code }) => {
        if (isHeard) closed(code);
        isHeard = false;
      });
      // `close` follows every `error` and tells more; Node's `ws` throws where nobody listens.
      socket.addEventListener("error", () => {});
      return {
        send: (text) => {
          if (socket.readyState === OPEN) socket.send(text);
        },
        close: () => {
          isHeard = false;
          socket.close(NORMAL_CLOSURE);
        },
      };
    },
  };
}
