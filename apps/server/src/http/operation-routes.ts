import { fastifyPath, ProblemError } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./context.ts";

/** Health, readiness and metrics, for those who run the server. */
export function operationRoutes(app: FastifyInstance, { metrics, notReady }: HttpContext): void {
  app.get(fastifyPath("health"), { schema: { summary: "The process lives" } }, () => ({ status: "ok" }));

  app.get(fastifyPath("ready"), { schema: { summary: "The server can serve" } }, async () => {
    const reason = await notReady();
    if (reason !== null) throw new ProblemError("not_ready", reason);
    return { status: "ready" };
  });

  app.get(fastifyPath("metrics"), { schema: { summary: "Prometheus metrics" } }, async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
