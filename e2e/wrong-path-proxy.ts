import { connect, createServer, type Server, type Socket } from "node:net";

/** What becomes of a page's dial: the founding bug's path, or a server that knows no socket at all. */
export type Wrong = "path" | "server";

const UPGRADE = /^GET \/api\/v1\/ws\//;

/** Another server's answer, readable by the page as a framework's own 404 is. */
const notFound = (head: string): string => {
  const origin = /^origin: (.+)$/im.exec(head)?.[1]?.trim() ?? "*";
  const cors = `access-control-allow-origin: ${origin}\r\naccess-control-allow-credentials: true`;
  return `HTTP/1.1 404 Not Found\r\ncontent-type: text/html\r\n${cors}\r\ncontent-length: 9\r\nconnection: close\r\n\r\nNot Found`;
};

/** A misconfigured proxy before the API: HTTP passes, the socket's address is wrong. It counts the dials. */
export interface WrongProxy {
  readonly server: Server;
  dials(): number;
}

/** Listens on `port` before the API at `api_port`. */
export function wrongProxy(port: number, api_port: number, wrong: Wrong): Promise<WrongProxy> {
  let dials = 0;
  const server = createServer((client) => {
    client.on("error", () => client.destroy());
    client.once("data", (first) => {
      const head = first.toString("latin1");
      const isSocket = UPGRADE.test(head);
      if (isSocket && /^upgrade: websocket/im.test(head)) dials += 1;
      if (isSocket && wrong === "server") return client.end(notFound(head));
      pass(client, api_port, isSocket && wrong === "path" ? Buffer.from(head.replace(UPGRADE, "GET /ws/"), "latin1") : first);
    });
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve({ server, dials: () => dials }));
  });
}

function pass(client: Socket, api_port: number, first: Buffer): void {
  const api = connect(api_port, "127.0.0.1", () => {
    api.write(first);
    client.pipe(api).pipe(client);
  });
  api.on("error", () => client.destroy());
  client.on("close", () => api.destroy());
}
