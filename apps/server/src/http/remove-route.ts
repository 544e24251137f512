import { buildPath, fastifyPath, ProblemError } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./context.ts";
import { requireTombstone } from "./task-view.ts";

/** `DELETE /api/v1/tasks/{task_id}`: a finished task's log goes, its roadmap stays (LG10). */
export function removeRoute(app: FastifyInstance, context: HttpContext): void {
  const schema = { summary: "Remove a finished task; its roadmap stays" };
  app.delete(fastifyPath("task"), { schema }, async (request, reply) => {
    const { task_id } = await requireTombstone(context, request);
    if ((await context.store.removeTask({ task_id })) === "running")
      throw new ProblemError("task_running", `The task is still running. POST ${buildPath("cancel", { task_id })} ends it.`);
    return reply.code(204).send();
  });
}
