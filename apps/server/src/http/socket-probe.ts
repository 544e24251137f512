import { fastifyPath, PROBE_HEADER, ProblemError, SOCKET_ID } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./context.ts";
import { taskLinks } from "./links.ts";
import { requireTask } from "./task-view.ts";

/** The socket's URL without Upgrade: a signed answer that tells a client what its dead handshake could not (HS2). */
export function socketProbe(app: FastifyInstance, context: HttpContext): void {
  app.addHook("onResponse", async (_, reply) => {
    context.metrics.probes.inc({ status: String(reply.statusCode) });
  });
  app.get(fastifyPath("socket"), { schema: { summary: "The task channel's probe" } }, async (request, reply) => {
    void reply.header(PROBE_HEADER, "1");
    const { task_id } = request.params as { task_id: string };
    if (!SOCKET_ID.test(task_id)) throw new ProblemError("task_not_found", "The task id is malformed.");
    const task = await requireTask(context, request);
    const { status, epoch, head } = task;
    const links = taskLinks(context.access.baseUrl(request.headers), task_id);
    void reply.headers({ upgrade: "websocket", connection: "Upgrade" });
    throw new ProblemError("upgrade_required", "This address speaks WebSocket.", {
      task_id,
      status_of_task: status,
      epoch,
      head,
      links,
    });
  });
}
