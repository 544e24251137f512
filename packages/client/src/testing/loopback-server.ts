import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** What every WebSocket server appends to the key of a handshake (RFC 6455, 1.3). */
const HANDSHAKE_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT_FRAME = 0x81;
const CLOSE_FRAME = 0x88;
/** Payloads up to here have a one-byte length. */
const SHORT_PAYLOAD = 125;

/** One accepted WebSocket, for writing only. */
export class LoopbackSocket {
  readonly #stream: Duplex;

  constructor(stream: Duplex) {
    this.#stream = stream;
  }

  say(...messages: readonly object[]): this {
    for (const message of messages) this.#write(TEXT_FRAME, Buffer.from(JSON.stringify(message)));
    return this;
  }

  /** Closes with a code; the client's answer ends the stream. */
  end(code: number): void {
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    this.#write(CLOSE_FRAME, payload);
    this.#stream.end();
  }

  #write(kind: number, payload: Buffer): void {
    const long = payload.length > SHORT_PAYLOAD;
    const header = Buffer.from(long ? [kind, 126, payload.length >> 8, payload.length & 255] : [kind, payload.length]);
    this.#stream.write(Buffer.concat([header, payload]));
  }
}

/** What a loopback server does with plain requests, and with upgrades: `accept` shakes hands, `silence` never answers. */
export interface LoopbackRules {
  request(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, accept: () => LoopbackSocket): "accepted" | "silence" | { status: number; headers?: string };
}

export interface LoopbackServer {
  /** `localhost:port` without a scheme. */
  readonly host: string;
  close(): Promise<void>;
}

/** A real HTTP and WebSocket server on a free port of this machine. */
export async function loopbackServer(rules: LoopbackRules): Promise<LoopbackServer> {
  const server = createServer((request, response) => rules.request(request, response));
  const streams = new Set<Duplex>();
  server.on("upgrade", (request, stream) => {
    streams.add(stream);
    stream.on("error", () => stream.destroy());
    stream.resume();
    const outcome = rules.upgrade(request, () => shakeHands(request, stream));
    if (typeof outcome === "object")
      stream.end(`HTTP/1.1 ${outcome.status} No\r\n${outcome.headers ?? ""}Content-Length: 0\r\n\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      for (const stream of streams) stream.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function shakeHands(request: IncomingMessage, stream: Duplex): LoopbackSocket {
  const key = request.headers["sec-websocket-key"] ?? "";
  const offered = request.headers["sec-websocket-protocol"]?.split(",")[0];
  const accept = createHash("sha1")
    .update(key + HANDSHAKE_GUID)
    .digest("base64");
  const lines = [
    "HTTP/1.1 101 Switching Protocols",
    "Upgrade: websocket",
    "Connection: Upgrade",
    `Sec-WebSocket-Accept: ${accept}`,
  ];
  if (offered !== undefined) lines.push(`Sec-WebSocket-Protocol: ${offered}`);
  stream.write(`${lines.join("\r\n")}\r\n\r\n`);
  return new LoopbackSocket(stream);
}
