import type { IncomingMessage } from "node:http";
import { BENCH_USER, type TaskRecord } from "@wayfinder/engine";
import { buildPath, CLOSE, SUBPROTOCOL, type CloseCode } from "@wayfinder/protocol";
import type { Access } from "../http/access.ts";
import type { Overload } from "./overload.ts";
import { decideResume, type Resume } from "./resume.ts";
import type { SocketPath } from "./socket-path.ts";
import { spread, type Sockets } from "./sockets.ts";
import { readOffer } from "./subprotocol.ts";

/** Why a socket is closed as soon as it is open. */
export interface Refusal {
  readonly code: CloseCode;
  readonly reason?: string;
  readonly path?: string;
  readonly after_ms?: number;
}

/** A watcher that was let in, and its place in the log. */
export interface Admitted extends Resume {
  readonly task: TaskRecord;
  readonly user_id: string;
  /** Whether a ticket's word is what lets it in: that holds for a time only (HS9). */
  readonly by_ticket: boolean;
}

/** A watcher that is let in without credentials and has to give them in its first message (HS8). */
export interface Unspoken {
  readonly expected: { readonly task_id: string; readonly query: URLSearchParams };
}

export interface AdmissionOptions {
  /** The task as it stands; askers at the same time may share an answer, which may have been read just before they asked. */
  readonly readTask: (task_id: string) => Promise<TaskRecord | null>;
  readonly readTaskAnew: (task_id: string) => Promise<TaskRecord | null>;
  readonly access: Access;
  readonly sockets: Sockets;
  readonly overload: Pick<Overload, "refuses">;
  /** Tasks made for a measurement are watched without a session and without limits (BENCH=1). */
  readonly bench: boolean;
  readonly random: () => number;
}

/** Decides who may watch what (HS3–HS5, HS7, HS8, SD7, SD8). Touches the database only for a well-formed request. */
export async function admit(
  options: AdmissionOptions,
  request: IncomingMessage,
  { place, query }: { place: SocketPath; query: URLSearchParams },
): Promise<Admitted | Refusal | Unspoken> {
  const { readTask, access, sockets, overload, bench, random } = options;
  if (sockets.draining) return { code: CLOSE.restart, after_ms: spread(random) };
  if (place.kind === "near_miss") return nearMiss(place.task_id);
  if (place.kind !== "task") return { code: CLOSE.no_such_task, reason: "malformed task id" };
  if (!access.knowsHost(request.headers)) return { code: CLOSE.not_yours, reason: "host not served here" };
  if (!access.allowsOrigin(request.headers)) return { code: CLOSE.not_yours, reason: "origin not allowed" };
  const offer = readOffer(request.headers["sec-websocket-protocol"]);
  if (!offer.fits) return { code: CLOSE.no_common_version, reason: `this server speaks ${SUBPROTOCOL}` };
  const overloaded = overload.refuses();
  if (overloaded) return { code: CLOSE.overload, ...overloaded };

  const { task_id } = place;
  const measured = bench ? await readTask(task_id) : null;
  if (measured?.user_id === BENCH_USER) return admitted(options, query, measured);
  if (query.get("auth") === "message") return { expected: { task_id, query } };
  const ticket = offer.ticket ?? query.get("ticket");
  if (ticket !== null) return admitByTicket(options, ticket, { task_id, query });
  return admitUser(options, await access.userOf(request), { task_id, query });
}

/** Decides on a ticket, wherever it came from. */
export async function admitByTicket(
  options: AdmissionOptions,
  ticket: string,
  wanted: Unspoken["expected"],
): Promise<Admitted | Refusal> {
  const verdict = await admitUser(options, await options.access.userOfTicket(ticket, wanted.task_id), wanted);
  return "task" in verdict ? { ...verdict, by_ticket: true } : verdict;
}

async function admitUser(
  options: AdmissionOptions,
  user_id: string | null,
  { task_id, query }: Unspoken["expected"],
): Promise<Admitted | Refusal> {
  if (user_id === null) return { code: CLOSE.not_signed_in };
  const task = await options.readTask(task_id);
  if (!task) return { code: CLOSE.no_such_task };
  if (task.user_id !== user_id) return { code: CLOSE.not_yours };
  return admitted(options, query, task);
}

/** Whether a watcher is one too many at this moment (SD7): many may have been asked at once who they are, and all let in. */
export function oneTooMany({ sockets, bench }: AdmissionOptions, { task, user_id }: Admitted): Refusal | null {
  const full = bench && user_id === BENCH_USER ? null : sockets.refuses(user_id, task.task_id);
  return full === null ? null : { code: CLOSE.too_many, reason: full };
}

async function admitted(options: AdmissionOptions, query: URLSearchParams, seen: TaskRecord): Promise<Admitted | Refusal> {
  if (seen.gone) return { code: CLOSE.gone };
  // a shared answer may be older than what the client has seen: no log is called another on its word alone
  const isReset = decideResume(query, seen)?.resume === "reset";
  const task = isReset ? ((await options.readTaskAnew(seen.task_id)) ?? seen) : seen;
  const resume = decideResume(query, task);
  if (!resume) return { code: CLOSE.bad_message, reason: "after must be an integer of at least 0" };
  return { ...resume, task, user_id: task.user_id, by_ticket: false };
}

function nearMiss(task_id: string | null): Refusal {
  const path = task_id === null ? "/api/v1/ws/{task_id}" : buildPath("socket", { task_id });
  return { code: CLOSE.wrong_path, reason: `the task channel is at ${path}`, path };
}
