import type { IncomingMessage, ServerResponse } from "node:http";
import { PROBE_HEADER } from "@wayfinder/protocol/route";
import { loopbackServer, type LoopbackServer } from "./loopback-server.ts";
import { completed, connected, EPOCH, live, progress, TASK } from "./messages.ts";

/** A log of three events, the last one final. */
const LOG = [progress(1, "寻路"), progress(2), completed(3)];

/** What a proxy on the way lets through. */
export interface RefusingProxyOptions {
  /** The answer to an upgrade. */
  readonly status: number;
  /** Whether event streams come through. */
  readonly streams: "pass" | "refuse";
}

/** A real server behind a proxy that lets no WebSocket through. `requests` says what was asked: path, place and kind. */
export async function refusingProxy({ status, streams }: RefusingProxyOptions): Promise<LoopbackServer & { requests: string[] }> {
  const requests: string[] = [];
  const server = await loopbackServer({
    upgrade: () => ({ status }),
    request: (request, response) => {
      const url = new URL(request.url ?? "/", "http://localhost");
      const isStream = request.headers.accept === "text/event-stream";
      requests.push(`${url.pathname}${url.search}${isStream ? " stream" : ""}`);
      if (url.pathname === `/api/v1/ws/${TASK}`) return void response.writeHead(426, { [PROBE_HEADER]: "1" }).end("{}");
      if (url.pathname === `/api/v1/tasks/${TASK}`) return json(response, { task_id: TASK, status: "running" });
      if (url.pathname !== `/api/v1/tasks/${TASK}/events`) return void response.writeHead(404).end("{}");
      if (!isStream) return json(response, page(Number(url.searchParams.get("after"))));
      if (streams === "refuse") return void response.writeHead(403).end();
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      stream(request, response, requests);
    },
  });
  return { ...server, requests };
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

const page = (after: number) => ({ events: LOG.slice(after, after + 2), head: LOG.length, epoch: EPOCH });

/** The first stream breaks after one event and a half; the next ones go on. */
function stream(request: IncomingMessage, response: ServerResponse, requests: readonly string[]): void {
  const place = request.headers["last-event-id"]?.toString().split(":")[1];
  const after = Number(place ?? 0);
  const hello = connected({ head: LOG.length, from: after + 1, resume: place === undefined ? "fresh" : "ok" });
  const text = [hello, ...LOG.slice(after), live(LOG.length)].map((message) => `data: ${JSON.stringify(message)}\n\n`);
  if (requests.filter((line) => line.endsWith(" stream")).length > 1) return void response.end(text.join(""));
  response.write(`${text.slice(0, 2).join("")}${text[2]?.slice(0, 20)}`, () => setImmediate(() => response.destroy()));
}
