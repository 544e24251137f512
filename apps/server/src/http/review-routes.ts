import { fastifyPath, ProblemError, ReviewDecision, Task } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import type { HttpContext } from "./context.ts";
import { parseInput } from "./problem-reply.ts";
import { ensureUser } from "./session.ts";
import { requireTask, taskView } from "./task-view.ts";

/** `POST /api/v1/tasks/{id}/review`: a person's decision on the structure; a double click is one decision. */
export function reviewRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, workflow } = context;
  app.post(
    fastifyPath("review"),
    { schema: { summary: "Decide on the structure", body: ReviewDecision, response: { 200: Task } } },
    async (request, reply) => {
      const decision = parseInput(ReviewDecision, request.body);
      const task = await requireTask(context, request, await ensureUser(context, request, reply));
      if (decision.decision === "change" && task.goal.source === "catalogue")
        throw new ProblemError(
          "model_not_configured",
          "Changes in words need a model; the built-in catalogue cannot read them.",
          {
            errors: [{ path: "decision", message: "change needs a model", rule: "needs_model" }],
          },
        );
      const { outcome } = await store.reviewTask({
        task_id: task.task_id,
        decision,
        decide: (waiting) => workflow.review(decision, waiting),
      });
      if (outcome === "not_waiting")
        throw new ProblemError("not_waiting_for_review", `The task is ${task.status}; there is nothing to decide.`);
      if (outcome === "version_conflict")
        throw new ProblemError("version_conflict", "The structure has changed meanwhile; look at it again.", {
          errors: [{ path: "version", message: "not the present version", rule: "outdated" }],
        });
      const after = await store.getTask({ task_id: task.task_id });
      return taskView(after ?? task, []);
    },
  );
}
