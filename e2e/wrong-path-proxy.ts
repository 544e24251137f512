import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";

/** What becomes of a page's dial: the founding bug's path, or a server that knows no socket at all. */
export type Wrong = "path" | "server";

const SOCKET = "/api/v1/ws/";

/** A misconfigured proxy before the API: HTTP passes, the socket's address is wrong. It counts the dials. */
export interface WrongProxy {
  readonly server: Server;
  dials(): number;
}

/** Listens on `port` before the API at `api_port`. */
export function wrongProxy(port: number, api_port: number, wrong: Wrong): Promise<WrongProxy> {
  let dials = 0;
  const server = createServer((asked, answer) => {
    if (wrong === "server" && asked.url?.startsWith(SOCKET)) notFound(asked, answer);
    else forward(asked, answer, api_port);
  });
  server.on("upgrade", (asked, socket) => {
    dials += 1;
    if (wrong === "server") socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    else dialElsewhere(asked, socket, api_port);
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve({ server, dials: () => dials }));
  });
}

/** Another server's answer, readable by the page as a framework's own 404 is. */
function notFound({ headers }: IncomingMessage, answer: ServerResponse): void {
  const cors = { "access-control-allow-origin": headers.origin ?? "*", "access-control-allow-credentials": "true" };
  answer.writeHead(404, { "content-type": "text/html", ...cors }).end("Not Found");
}

function forward(asked: IncomingMessage, answer: ServerResponse, port: number): void {
  const { method, url, headers } = asked;
  const onward = request({ host: "127.0.0.1", port, method, path: url, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  asked.pipe(onward);
}

function dialElsewhere({ url = "", rawHeaders }: IncomingMessage, socket: Duplex, port: number): void {
  const lines = [`GET ${url.replace(SOCKET, "/ws/")} HTTP/1.1`];
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  const onward = connect(port, "127.0.0.1", () => {
    onward.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
}
