import { fastifyPath, Ticket } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { hashSecret, newSecret } from "./access.ts";
import type { HttpContext } from "./context.ts";
import { ensureUser } from "./session.ts";
import { requireTask } from "./task-view.ts";

/** HS4: at most a minute between the page asking and the socket dialling. */
const TICKET_LIFETIME_MS = 60_000;

/** `POST …/ticket`: a one-time ticket for the task's socket; only its hash is stored. */
export function ticketRoute(app: FastifyInstance, context: HttpContext): void {
  const schema = { summary: "A one-time ticket for the socket", response: { 201: Ticket } };
  app.post(fastifyPath("ticket"), { schema }, async (request, reply) => {
    const { task_id, user_id } = await requireTask(context, request, await ensureUser(context, request, reply));
    const ticket = newSecret();
    const ticket_hash = hashSecret(ticket);
    const { expires_at } = await context.store.saveTicket({ ticket_hash, task_id, user_id, lifetime_ms: TICKET_LIFETIME_MS });
    return reply.code(201).send({ ticket, expires_at });
  });
}
