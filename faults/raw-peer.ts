import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { closeCodeIn } from "./raw-frame.ts";

/** The server has to answer or end within this time, in ms: beyond it, it hangs. */
const PATIENCE_MS = 20_000;
const HEAD_END = "\r\n\r\n";

export interface RawTarget {
  readonly port: number;
  readonly task_id: string;
  readonly cookie: string;
}

/** Somebody on a TCP connection who may write whatever he likes. */
export class RawPeer {
  readonly socket: Socket;
  #heard = Buffer.alloc(0);
  readonly #ended: Promise<unknown>;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.on("data", (bytes) => (this.#heard = Buffer.concat([this.#heard, bytes])));
    socket.on("error", () => socket.destroy()); // `close` follows
    this.#ended = once(socket, "close");
  }

  /** A connection that nobody has said anything on. */
  static async connect(port: number): Promise<RawPeer> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    return new RawPeer(socket);
  }

  /** A watcher whose handshake was right. */
  static async watch({ port, task_id, cookie }: RawTarget): Promise<RawPeer> {
    const peer = await RawPeer.connect(port);
    const lines = [
      `GET /api/v1/ws/${task_id}?include_history=true HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Cookie: ${cookie}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ];
    peer.socket.write(lines.join("\r\n") + HEAD_END);
    await peer.#until(() => peer.#heard.includes(HEAD_END), "an answer to the handshake");
    return peer;
  }

  /** The status of the first answer; 0 when none came. */
  get status(): number {
    return Number(/^HTTP\/1\.1 (\d+)/.exec(this.#heard.toString("latin1"))?.[1] ?? 0);
  }

  /** Bytes that came so far. */
  get heard(): number {
    return this.#heard.length;
  }

  /** Resolves when so many bytes have come in all, or nothing comes any more. */
  hears(bytes: number): Promise<void> {
    return this.#until(() => this.heard >= bytes, `${bytes} bytes`);
  }

  /** Resolves when the text has come, or nothing comes any more. */
  saw(words: string): Promise<void> {
    return this.#until(() => this.#heard.includes(words), words);
  }

  /** The code that the server closes with; 1006 for an end without a word. */
  async closeCode(): Promise<number> {
    const code = () => closeCodeIn(this.#heard.subarray(this.#heard.indexOf(HEAD_END) + HEAD_END.length));
    await this.#until(() => code() !== null, "a close");
    return code() ?? 1006;
  }

  /** Resolves when the server has ended the connection. */
  async ended(): Promise<void> {
    await this.#until(() => this.socket.destroyed, "an end");
  }

  /** Goes away without a word. */
  leave(): void {
    this.socket.destroy();
  }

  async #until(holds: () => boolean, what: string): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error(`Waited in vain for ${what}.`)), PATIENCE_MS);
    try {
      while (!holds() && !this.socket.destroyed) await Promise.race([once(this.socket, "data"), this.#ended, late.promise]);
    } finally {
      clearTimeout(timer);
      late.promise.catch(() => {});
    }
  }
}
