import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import type { MistakePlace, UrlMistake } from "./url-mistake.ts";

const SOCKET = /^\/api\/v1\/ws\//;
const SESSION = "/api/v1/session";

/** A proxy before the API that begins to make a mistake when it is told to, and counts what it is asked. */
export class MistakenProxy {
  dials = 0;
  /** Plain requests for the socket's address. A page asks twice where it may not read the answer: that is one probe. */
  probes = 0;
  #mistake: { readonly made: UrlMistake; readonly place: MistakePlace } | null = null;
  readonly #target: number;
  readonly #sockets = new Set<Duplex>();
  readonly #server = createServer((asked, answer) => this.#onRequest(asked, answer));

  private constructor(target: number) {
    this.#target = target;
    this.#server.on("upgrade", (asked, socket) => this.#onUpgrade(asked, socket));
  }

  /** Before the API at that port of 127.0.0.1. */
  static async open(target: number): Promise<MistakenProxy> {
    const proxy = new MistakenProxy(target);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on it is wrong: it counts anew, and whoever is connected has to dial again. */
  err(made: UrlMistake, place: MistakePlace): void {
    this.#mistake = { made, place };
    this.dials = this.probes = 0;
    for (const socket of this.#sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  #onRequest(asked: IncomingMessage, answer: ServerResponse): void {
    const { url = "", headers, method } = asked;
    const isSession = url.startsWith(SESSION);
    if (!isSession && method === "GET" && headers["sec-fetch-mode"] !== "no-cors") this.probes += 1;
    const { made } = this.#mistake ?? {};
    if (made?.kind === "server" && !isSession) return foreign(made, asked, answer);
    const onward = request({ host: "127.0.0.1", port: this.#target, method, path: this.#pathOf(url), headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  }

  #onUpgrade({ url = "", rawHeaders }: IncomingMessage, socket: Duplex): void {
    this.dials += 1;
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    const { made } = this.#mistake ?? {};
    if (made?.kind === "server") {
      const lines = Object.entries(made.answer.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
      return void socket.end(`HTTP/1.1 ${made.answer.status} No\r\n${lines.join("")}content-length: 0\r\n\r\n`);
    }
    const lines = [`GET ${this.#pathOf(url)} HTTP/1.1`];
    for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
    const far = connect(this.#target, "127.0.0.1", () => {
      far.write(`${lines.join("\r\n")}\r\n\r\n`);
      socket.pipe(far).pipe(socket);
    });
    far.on("error", () => socket.destroy());
    socket.on("close", () => far.destroy());
  }

  /** The socket's address is rewritten, everything else is passed on. */
  #pathOf(url: string): string {
    const { made, place } = this.#mistake ?? {};
    return made?.kind === "path" && place !== undefined && SOCKET.test(url) ? made.path(place) : url;
  }
}

/** What another server says to everything. */
function foreign({ answer: said }: UrlMistake & { kind: "server" }, { headers }: IncomingMessage, answer: ServerResponse): void {
  const cors = {
    "access-control-allow-origin": headers.origin ?? "*",
    "access-control-allow-credentials": "true",
  };
  answer.writeHead(said.status, { "content-type": "text/html", ...(said.readable ? cors : {}), ...said.headers });
  answer.end("<h1>Elsewhere</h1>");
}
