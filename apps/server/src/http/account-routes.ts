import { fastifyPath } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { ensureUser } from "./session.ts";

/** `POST /api/v1/session`: makes or returns the guest. */
export function accountRoutes(app: FastifyInstance, context: HttpContext): void {
  app.post(
    fastifyPath("session"),
    { schema: { summary: "Make or return the guest", response: { 200: z.object({ user_id: z.string(), guest: z.boolean() }) } } },
    async (request, reply) => ({ user_id: await ensureUser(context, request, reply), guest: true }),
  );
}
