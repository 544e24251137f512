import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Store } from "@wayfinder/engine";
import { CLOSE, isFinal, SUBPROTOCOL } from "@wayfinder/protocol";
import { WebSocketServer } from "ws";
import type { Metrics } from "../../metrics.ts";
import { closeLabel } from "../../operation/close-label.ts";
import {
  admit,
  admitByTicket,
  oneTooMany,
  type AdmissionOptions,
  type Admitted,
  type Refusal,
  type Unspoken,
} from "../../realtime/admission.ts";
import { Authority } from "../../realtime/authority.ts";
import { createHearing } from "../../realtime/client-message.ts";
import { Doorstep } from "../../realtime/doorstep.ts";
import type { Hub } from "../../realtime/hub.ts";
import { HEARTBEAT_MS, Pump, type PumpWatcher } from "../../realtime/pump.ts";
import { readSocketPath } from "../../realtime/socket-path.ts";
import { socketSink, type Connection } from "../../realtime/socket-sink.ts";
import { readOffer } from "../../realtime/subprotocol.ts";
import { TaskTail } from "../../realtime/task-tail.ts";
import { spread } from "../../realtime/sockets.ts";
import type { Turn } from "../../realtime/turn.ts";
import { ACK_EVERY, WINDOW_EVENTS } from "../../realtime/window.ts";

/** A client has nothing longer to say (MS5, SD7). */
const MAX_PAYLOAD_BYTES = 4 * 1024;
/** Sockets that have yet to say who they are; a storm brings its tickets within a second, so more of them are no guests. */
const MOST_WAITING = 1_000;

export interface WebsocketOptions extends AdmissionOptions {
  readonly store: Store;
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly watcher: PumpWatcher;
  readonly onSendAfterClose: () => void;
  readonly turn: Turn;
  readonly now: () => number;
  /** How long a ticket's word holds, ms (HS9). */
  readonly auth_ms: number;
  readonly onWrongPath: (path: string, right: string) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Answers the server's `upgrade` event for `GET /api/v1/ws/{task_id}`.
 *
 * A refusal is accepted first and closed with a code: a status other than 101 looks to a page like any broken network.
 */
export function createWebsocket(options: WebsocketOptions): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_PAYLOAD_BYTES,
    handleProtocols: (_, request) => readOffer(request.headers["sec-websocket-protocol"]).echo ?? false,
  });

  const waiting = new Set<Doorstep>();

  return (request, socket, head) => {
    // first of all: Node has taken its own listener away, and a reset would end the process
    socket.on("error", cut);
    const release = options.sockets.hold(socket);
    socket.on("close", release);
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const place = readSocketPath(path);
    if (place.kind === "elsewhere") {
      options.metrics.dials.inc({ outcome: "elsewhere" });
      options.metrics.wrongPaths.note(path);
      return refuseUpgrade(socket);
    }
    admit(options, request, { place, query: new URLSearchParams(query) })
      .catch((error: unknown): Refusal => {
        options.onError(error);
        return { code: CLOSE.internal };
      })
      .then((admitted) => {
        if (socket.destroyed) return;
        const verdict = meanwhile(options, admitted);
        server.handleUpgrade(request, socket, head, (ws) => {
          const asked = { dialled: path, task_id: "task_id" in place ? (place.task_id ?? "") : "" };
          if ("expected" in verdict) expectTicket(options, { ws, socket }, { ...asked, ...verdict, waiting });
          else settle(options, { ws, socket }, { ...asked, verdict });
        });
      })
      .catch(options.onError);
  };
}

/** Made once: what a listener closes over lives as long as its connection, and the request is to be forgotten. */
function cut(this: Duplex): void {
  this.destroy();
}

/** What has become of a verdict while it was asked for: the drain has told everyone else, or others were let in. */
function meanwhile<T extends Refusal | Unspoken>(options: WebsocketOptions, verdict: Admitted | T): Admitted | T | Refusal {
  if (options.sockets.draining) return { code: CLOSE.restart, after_ms: spread(options.random) };
  return "task" in verdict ? (oneTooMany(options, verdict) ?? verdict) : verdict;
}

function refuseUpgrade(socket: Duplex): void {
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", () => socket.destroy());
}

interface Asked {
  readonly dialled: string;
  readonly task_id: string;
}

function settle(
  options: WebsocketOptions,
  connection: Connection,
  { verdict, ...asked }: Asked & { verdict: Admitted | Refusal },
) {
  if ("task" in verdict) serve(options, connection, verdict);
  else refuse(options, connection, { ...asked, ...verdict });
}

/** Waits for the ticket in the client's first message (HS8). */
function expectTicket(
  options: WebsocketOptions,
  connection: Connection,
  { expected, waiting, ...asked }: Asked & Unspoken & { waiting: Set<Doorstep> },
): void {
  const { sockets, now, onError, random } = options;
  const { ws } = connection;
  const send_away = (refusal: Refusal): void => refuse(options, connection, { ...asked, ...refusal });
  if (waiting.size >= MOST_WAITING) return send_away({ code: CLOSE.overload, after_ms: spread(random) });
  const leave = (): boolean => {
    waiting.delete(doorstep);
    done();
    return doorstep.leave();
  };
  const doorstep = new Doorstep({
    ws,
    now,
    close(code, more) {
      leave();
      send_away({ code, ...more });
    },
    onTicket(ticket) {
      admitByTicket(options, ticket, expected)
        .catch((error: unknown): Refusal => {
          onError(error);
          return { code: CLOSE.internal };
        })
        .then((verdict) => void (leave() && settle(options, connection, { ...asked, verdict: meanwhile(options, verdict) })))
        .catch(onError);
    },
  });
  const done = sockets.add({ pump: doorstep, user_id: "", task_id: "" });
  waiting.add(doorstep);
  ws.on("error", () => {}); // `close` follows
  ws.on("close", leave);
}

function refuse(options: WebsocketOptions, connection: Connection, refusal: Refusal & Asked): void {
  const { metrics, store, sockets } = options;
  const { code, dialled, task_id, ...more } = refusal;
  const tail = new TaskTail({ task_id, head: 0, cursor: 1, store, onBytes: () => {} });
  const pump = pumpOf(options, connection, { task_id, cursor: 1, tail });
  const done = sockets.add({ pump, user_id: "", task_id: "" });
  metrics.dials.inc({ outcome: more.path === undefined ? String(code.code) : "near_miss" });
  if (more.path !== undefined) {
    metrics.wrongPaths.note(dialled);
    options.onWrongPath(dialled, more.path);
  }
  connection.ws.on("error", () => {});
  connection.ws.on("close", (closed) => {
    metrics.closes.inc({ code: closeLabel(pump.closeCode ?? closed) });
    pump.ended();
    done();
  });
  pump.beginClose(code, more);
}

function serve(options: WebsocketOptions, connection: Connection, { task, from, resume, user_id, by_ticket }: Admitted): void {
  const { hub, sockets, metrics, store, access, now, auth_ms, onError } = options;
  const { ws, socket } = connection;
  const { task_id, head, epoch, status } = task;
  let wake = (): void => {};
  const { tail, unwatch } = hub.watch({ task_id, head, cursor: from }, () => wake());
  const pump = pumpOf(options, connection, { task_id, cursor: from, tail });
  wake = pump.wake;
  const authority = by_ticket ? new Authority({ pump, access, task_id, user_id, auth_ms, now, onError }) : null;
  const done = sockets.add({ pump: authority ?? pump, user_id, task_id });
  metrics.dials.inc({ outcome: "admitted" });
  metrics.resumes.inc({ resume });

  socket.on("drain", pump.wake);
  ws.on("pong", () => pump.pong());
  ws.on("error", () => {}); // `close` follows and says all there is to say
  const hear = createHearing({ pump, task_id, authority, store, onError });
  ws.on("message", (data, binary) => hear(binary ? "" : data.toString()));
  ws.on("close", (closed) => {
    metrics.closes.inc({ code: closeLabel(pump.closeCode ?? closed) });
    socket.off("drain", pump.wake);
    pump.ended();
    unwatch();
    done();
  });
  const limits = { heartbeat_ms: HEARTBEAT_MS, ack_every: ACK_EVERY, window: WINDOW_EVENTS, ...(authority && { auth_ms }) };
  pump.control({ type: "connected", task_id, protocol: SUBPROTOCOL, epoch, head, from, status, resume, ...limits });
  if (isFinal(status) && from > head) pump.finish();
}

function pumpOf(
  options: WebsocketOptions,
  connection: Connection,
  at: { task_id: string; cursor: number; tail: TaskTail },
): Pump {
  const { turn, now, onError, onSendAfterClose, watcher } = options;
  return new Pump({ sink: socketSink(connection), ...at, turn, now, onError, onSendAfterClose, watcher });
}
