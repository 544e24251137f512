import type { Transport } from "./transport.ts";

/** What is used of a WebSocket: the browser's, Node's and `ws`'s have it. */
interface Socket {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number): void;
  addEventListener(type: "open" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  addEventListener(type: "close", listener: (event: { code: number }) => void): void;
  removeEventListener(type: "open" | "error", listener: () => void): void;
  removeEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  removeEventListener(type: "close", listener: (event: { code: number }) => void): void;
}
export type SocketConstructor = new (url: string, protocols: string[]) => Socket;

/** `WebSocket.OPEN`. */
const OPEN = 1;
/** The only code besides 3000–4999 that a page may send. */
const NORMAL_CLOSURE = 1000;

/** The transport over a WebSocket class. */
export function webSocketTransport(WebSocket: SocketConstructor): Transport {
  return {
    open({ url, protocols }, handlers) {
      const socket = new WebSocket(url, [...protocols]);
      const onOpen = (): void => handlers.opened();
      const onMessage = (event: { data: unknown }): void => handlers.message(event.data);
      const onClose = (event: { code: number }): void => {
        letGo();
        handlers.closed(event.code);
      };
      const letGo = (): void => {
        socket.removeEventListener("open", onOpen);
        socket.removeEventListener("message", onMessage);
        socket.removeEventListener("close", onClose);
      };
      socket.addEventListener("open", onOpen);
      socket.addEventListener("message", onMessage);
      socket.addEventListener("close", onClose);
      // `close` follows every `error` and tells more; Node's `ws` throws where nobody listens.
      socket.addEventListener("error", ignore);
      return {
        send: (text) => {
          if (socket.readyState === OPEN) socket.send(text);
        },
        close: () => {
          letGo();
          socket.close(NORMAL_CLOSURE);
        },
      };
    },
  };
}

const ignore = (): void => {};
