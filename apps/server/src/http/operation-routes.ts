import { fastifyPath, Operations, OperationsAccess, ProblemError } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { operationsView } from "../operation/operations-view.ts";
import type { HttpContext } from "./context.ts";
import { operatorAccess, requireOperator, requireToken } from "./operator-access.ts";

/** Health, readiness and figures, for those who run the server. */
export function operationRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, metrics, notReady, now } = context;
  app.get(fastifyPath("health"), { schema: { summary: "The process lives" } }, () => ({ status: "ok" }));

  app.get(fastifyPath("ready"), { schema: { summary: "The server can serve" } }, async () => {
    const reason = await notReady();
    if (reason !== null) throw new ProblemError("not_ready", reason);
    return { status: "ready" };
  });

  app.get(fastifyPath("metrics"), { schema: { summary: "Prometheus metrics" } }, async (request, reply) => {
    requireToken(config, request, reply);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });

  app.get(
    fastifyPath("operations"),
    { schema: { summary: "The figures of this process", response: { 200: Operations } } },
    async (request, reply) => {
      await requireOperator(context, request, reply);
      void reply.header("cache-control", "no-store");
      return operationsView(metrics, now());
    },
  );

  app.get(
    fastifyPath("operations_access"),
    { schema: { summary: "How the figures are reached", response: { 200: OperationsAccess } } },
    () => ({ access: operatorAccess(config) }),
  );
}
