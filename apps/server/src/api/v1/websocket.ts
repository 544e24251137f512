import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { BENCH_USER, type Store, type TaskRecord } from "@wayfinder/engine";
import { buildPath, ClientMessage, CLOSE, isFinal, SUBPROTOCOL, type CloseCode } from "@wayfinder/protocol";
import { WebSocketServer, type WebSocket } from "ws";
import type { Access } from "../../http/access.ts";
import type { Metrics } from "../../metrics.ts";
import type { Hub } from "../../realtime/hub.ts";
import { HEARTBEAT_MS, Pump, type Sink } from "../../realtime/pump.ts";
import { decideResume, type Resume } from "../../realtime/resume.ts";
import { readSocketPath } from "../../realtime/socket-path.ts";
import type { Sockets } from "../../realtime/sockets.ts";
import { readOffer } from "../../realtime/subprotocol.ts";
import type { Turn } from "../../realtime/turn.ts";
import { TaskTail } from "../../realtime/task-tail.ts";
import { ACK_EVERY, WINDOW_EVENTS } from "../../realtime/window.ts";

/** A client has nothing longer to say (MS5, SD7). */
const MAX_PAYLOAD_BYTES = 4 * 1024;

export interface WebsocketOptions {
  readonly store: Store;
  readonly hub: Hub;
  readonly sockets: Sockets;
  readonly access: Access;
  readonly metrics: Metrics;
  readonly turn: Turn;
  /** Tasks made for a measurement are watched without a session and without limits (BENCH=1). */
  readonly bench: boolean;
  readonly now: () => number;
  readonly onWrongPath: (path: string, right: string) => void;
  readonly onError: (error: unknown) => void;
}

interface Refusal {
  readonly code: CloseCode;
  readonly reason?: string;
  readonly path?: string;
}

interface Watch extends Resume {
  readonly task: TaskRecord;
  readonly user_id: string;
}

/**
 * Answers the server's `upgrade` event for `GET /api/v1/ws/{task_id}`.
 *
 * A refusal is accepted first and closed with a code: a status other than 101 looks to a page like any broken network (CHANNEL, facts).
 */
export function createWebsocket(options: WebsocketOptions): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    handleProtocols: (_, request) => readOffer(request.headers["sec-websocket-protocol"]).echo ?? false,
  });

  return (request, socket, head) => {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const place = readSocketPath(path);
    if (place.kind === "elsewhere") return refuseUpgrade(socket);
    socket.on("error", () => socket.destroy());
    decide(options, request, { path, query: new URLSearchParams(query) })
      .catch((error: unknown): Refusal => {
        options.onError(error);
        return { code: CLOSE.internal };
      })
      .then((verdict) => {
        if (socket.destroyed) return;
        server.handleUpgrade(request, socket, head, (ws) => {
          if ("task" in verdict) serve(options, ws, socket, verdict);
          else refuse(options, ws, socket, verdict);
        });
      })
      .catch(options.onError);
  };
}

function refuseUpgrade(socket: Duplex): void {
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}

async function decide(
  options: WebsocketOptions,
  request: IncomingMessage,
  { path, query }: { path: string; query: URLSearchParams },
): Promise<Watch | Refusal> {
  const { store, access, sockets } = options;
  const place = readSocketPath(path);
  if (place.kind === "near_miss") return nearMiss(options, path, place.task_id);
  if (place.kind !== "task") return { code: CLOSE.no_such_task, reason: "malformed task id" };
  if (!access.allowsUpgrade(request)) return { code: CLOSE.not_yours, reason: "origin not allowed" };
  const offer = readOffer(request.headers["sec-websocket-protocol"]);
  if (!offer.fits) return { code: CLOSE.no_common_version, reason: `this server speaks ${SUBPROTOCOL}` };

  const { task_id } = place;
  const measured = options.bench ? await store.getTask({ task_id }) : null;
  if (measured?.user_id === BENCH_USER) return watchFrom(query, measured, BENCH_USER);
  const ticket = offer.ticket ?? query.get("ticket");
  const user_id = ticket === null ? await access.userOf(request) : await access.userOfTicket(ticket, task_id);
  if (user_id === null) return { code: CLOSE.not_signed_in };
  const task = await store.getTask({ task_id });
  if (!task) return { code: CLOSE.no_such_task };
  if (task.user_id !== user_id) return { code: CLOSE.not_yours };
  const full = sockets.refuses(user_id, task_id);
  if (full !== null) return { code: CLOSE.too_many, reason: full };
  return watchFrom(query, task, user_id);
}

function watchFrom(query: URLSearchParams, task: TaskRecord, user_id: string): Watch | Refusal {
  const resume = decideResume(query, task);
  return resume ? { ...resume, task, user_id } : { code: CLOSE.bad_message, reason: "after must be an integer of at least 0" };
}

function nearMiss({ metrics, onWrongPath }: WebsocketOptions, path: string, task_id: string | null): Refusal {
  const right = task_id === null ? "/api/v1/ws/{task_id}" : buildPath("socket", { task_id });
  metrics.wrongPaths.inc();
  onWrongPath(path, right);
  return { code: CLOSE.wrong_path, reason: `the task channel is at ${right}`, path: right };
}

/** Raw frames go around `ws`, which would build each one anew; several of a turn leave in one write (MS2). */
const sinkOf = (ws: WebSocket, socket: Duplex): Sink => ({
  ws,
  write(chunks) {
    const [only] = chunks;
    if (chunks.length === 1 && only) return void socket.write(only);
    socket.cork();
    for (const chunk of chunks) socket.write(chunk);
    socket.uncork();
  },
  buffered: () => socket.writableLength,
});

function refuse(options: WebsocketOptions, ws: WebSocket, socket: Duplex, { code, ...more }: Refusal): void {
  const { now, metrics, onError, store, turn } = options;
  const tail = new TaskTail({ task_id: "", head: 0, cursor: 1, store, onBytes: () => {} });
  const onSendAfterClose = () => metrics.sendsAfterClose.inc();
  const pump = new Pump({ sink: sinkOf(ws, socket), task_id: "", cursor: 1, tail, turn, now, onSendAfterClose, onError });
  const done = options.sockets.add({ pump, user_id: "", task_id: "" });
  metrics.refusals.inc({ code: String(code.code) });
  ws.on("error", () => {});
  ws.on("close", () => {
    pump.ended();
    done();
  });
  pump.beginClose(code, more);
}

function serve(options: WebsocketOptions, ws: WebSocket, socket: Duplex, watch: Watch): void {
  const { hub, sockets, metrics, now, turn, onError } = options;
  const { task, from, resume, user_id } = watch;
  const { task_id } = task;
  const onSendAfterClose = () => metrics.sendsAfterClose.inc();
  let wake = (): void => {};
  const { tail, unwatch } = hub.watch({ task_id, head: task.head, cursor: from }, () => wake());
  const pump = new Pump({ sink: sinkOf(ws, socket), task_id, cursor: from, tail, turn, now, onSendAfterClose, onError });
  wake = pump.wake;
  const done = sockets.add({ pump, user_id, task_id });
  metrics.resumes.inc({ resume });

  socket.on("drain", pump.wake);
  ws.on("pong", () => pump.pong());
  ws.on("error", () => {}); // `close` follows and says all there is to say
  ws.on("message", (data, binary) => hear(pump, task, binary ? "" : data.toString()));
  ws.on("close", () => {
    socket.off("drain", pump.wake);
    pump.ended();
    unwatch();
    done();
  });
  pump.control({
    type: "connected",
    task_id,
    protocol: SUBPROTOCOL,
    epoch: task.epoch,
    head: task.head,
    from,
    status: task.status,
    resume,
    heartbeat_ms: HEARTBEAT_MS,
    ack_every: ACK_EVERY,
    window: WINDOW_EVENTS,
  });
  if (isFinal(task.status) && from > task.head) pump.finish();
}

/** What a client may say (MS5); anything else ends the connection. */
function hear(pump: Pump, task: TaskRecord, text: string): void {
  const message = readMessage(text);
  if (!message) return pump.beginClose(CLOSE.bad_message);
  switch (message.type) {
    case "ack":
      return pump.ack(message.seq);
    case "ping":
      return pump.control({ type: "pong", task_id: task.task_id, head: pump.head });
    case "get_status":
      return pump.control({ type: "status", task_id: task.task_id, status: task.status, head: pump.head });
    case "auth":
      return; // the connection is signed in already; a ticket in band matters only when it is about to expire
  }
}

function readMessage(text: string): ClientMessage | null {
  try {
    return ClientMessage.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
