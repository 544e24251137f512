import { once } from "node:events";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { SUBPROTOCOL, TICKET_SUBPROTOCOL } from "@wayfinder/protocol";
import { WebSocket, WebSocketServer } from "ws";

/** What a proxy makes of the API behind it: nothing, wrong answers to plain requests, wrong messages or closes on sockets. */
export interface Fault {
  /** The messages that stand for the `n`th of a connection, from 0. */
  readonly message?: (text: string, n: number) => readonly string[];
  /** The code that stands for the server's. */
  readonly close?: (code: number) => number;
  /** Answer headers that are lost. */
  readonly lost_header?: string;
  /** Whether the upgrade at this path is refused as any HTTP server refuses it. */
  readonly refuses?: (path: string) => boolean;
  /** The path, with its query, that is dialled instead. */
  readonly path?: (path: string) => string;
}

export interface FaultyProxy {
  readonly base: string;
  close(): Promise<void>;
}

/** A proxy before the API at `port` with one fault: to whoever looks from outside, a faulty server. */
export async function faultyProxy(port: number, fault: Fault): Promise<FaultyProxy> {
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: (offered) => pickProtocol(offered) });
  const server = createServer((asked, answer) => forward(asked, answer, { port, fault }));
  server.on("upgrade", (asked: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = asked.url ?? "";
    if (fault.refuses?.(path) === true) return socket.end("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n");
    sockets.handleUpgrade(asked, socket, head, (near) => join(near, asked, { port, fault }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const near of sockets.clients) near.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

interface Behind {
  readonly port: number;
  readonly fault: Fault;
}

/** As the server does it (HS5). */
const pickProtocol = (offered: Set<string>): string | false =>
  offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered].find((name) => !name.startsWith(TICKET_SUBPROTOCOL)) ?? false);

/** Couples a watcher with the server behind, message by message. */
function join(near: WebSocket, { url = "", headers }: IncomingMessage, { port, fault }: Behind): void {
  const { cookie, origin, host = "" } = headers;
  const protocols = headers["sec-websocket-protocol"]?.split(/, */) ?? [];
  const far = new WebSocket(`ws://127.0.0.1:${port}${fault.path?.(url) ?? url}`, protocols, {
    headers: { host, ...(cookie === undefined ? {} : { cookie }), ...(origin === undefined ? {} : { origin }) },
  });
  const said: [Buffer, boolean][] = [];
  let heard = 0;
  far.on("open", () => {
    for (const [data, binary] of said.splice(0)) far.send(data, { binary });
  });
  near.on("message", (data: Buffer, binary) =>
    far.readyState === far.OPEN ? far.send(data, { binary }) : said.push([data, binary]),
  );
  far.on("message", (data) => {
    const text = String(data);
    for (const given of fault.message?.(text, heard) ?? [text]) near.send(given);
    heard += 1;
  });
  far.on("close", (code) => (code === 1006 ? near.terminate() : near.close(fault.close?.(code) ?? code)));
  near.on("close", () => far.terminate());
  for (const end of [near, far]) end.on("error", () => {}); // `close` follows
}

function forward(asked: IncomingMessage, answer: ServerResponse, { port, fault }: Behind): void {
  const { method, url, headers } = asked;
  const onward = request({ host: "127.0.0.1", port, method, path: url, headers }, (given) => {
    const kept = Object.entries(given.headers).filter(([name]) => name !== fault.lost_header);
    answer.writeHead(given.statusCode ?? 502, Object.fromEntries(kept));
    given.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}
