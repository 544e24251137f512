import { z } from "zod";
import { TaskEvent } from "./event.ts";
import { SUBPROTOCOL } from "./subprotocol.ts";
import { TaskStatus } from "./task.ts";
import { Id } from "./text.ts";

/** Messages without a number: they tell of the connection, not of the task (law 5). */
export const ControlMessage = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("connected"),
    task_id: Id,
    protocol: z.literal(SUBPROTOCOL),
    epoch: z.string(),
    head: z.int().nonnegative(),
    from: z.int().positive(),
    status: TaskStatus,
    resume: z.enum(["fresh", "ok", "reset"]),
    heartbeat_ms: z.int().positive(),
    ack_every: z.int().positive(),
    window: z.int().positive(),
    /** How long a ticket's word holds, in ms; only where a ticket let the client in. A fresh ticket in `auth` begins it anew. */
    auth_ms: z.int().positive().optional(),
    /** The name under which a stream of server-sent events is acknowledged; not over WebSocket. */
    stream: z.string().optional(),
  }),
  z.object({ type: z.literal("authorized"), task_id: Id, auth_ms: z.int().positive() }),
  z.object({ type: z.literal("live"), task_id: Id, head: z.int().nonnegative() }),
  z.object({ type: z.literal("heartbeat"), task_id: Id, head: z.int().nonnegative() }),
  z.object({ type: z.literal("pong"), task_id: Id, head: z.int().nonnegative() }),
  z.object({ type: z.literal("status"), task_id: Id, status: TaskStatus, head: z.int().nonnegative() }),
  z.object({
    type: z.literal("error"),
    task_id: z.string(),
    code: z.int(),
    reason: z.string(),
    action: z.enum(["stop", "retry", "backoff", "refresh"]),
    after_ms: z.int().nonnegative().optional(),
    path: z.string().optional(),
  }),
]);
export type ControlMessage = z.infer<typeof ControlMessage>;
export type ConnectedMessage = Extract<ControlMessage, { type: "connected" }>;

/** Everything a server may send over the socket (MS1–MS4). */
export const ServerMessage = z.union([ControlMessage, TaskEvent]);
export type ServerMessage = ControlMessage | TaskEvent;

/** Everything a client may send (MS5); anything else is answered with 4400. */
export const ClientMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ping") }),
  z.strictObject({ type: z.literal("ack"), seq: z.int().nonnegative() }),
  z.strictObject({ type: z.literal("auth"), ticket: z.string().min(1).max(256) }),
  z.strictObject({ type: z.literal("get_status") }),
]);
export type ClientMessage = z.infer<typeof ClientMessage>;

/** The body of `POST …/events/ack`: what `ack` is over WebSocket, for the stream that its `connected` named. */
export const StreamAck = z.strictObject({ stream: z.string().min(1).max(64), seq: z.int().nonnegative() });
export type StreamAck = z.infer<typeof StreamAck>;
