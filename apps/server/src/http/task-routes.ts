import { fastifyPath, isFinal, ProblemError, Task, TaskCreated } from "@wayfinder/protocol";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { addressHash } from "./address-hash.ts";
import type { HttpContext } from "./context.ts";
import { taskLinks } from "./links.ts";
import { ensureUser, requireUser } from "./session.ts";
import { failedUnits, requireTask, taskView } from "./task-view.ts";

const LIST_LIMIT = 200;

/** Tasks: look, list, cancel, retry. */
export function taskRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, workflow, newId } = context;
  const view = async (task: Parameters<typeof taskView>[0]) =>
    taskView(task, task.roadmap_ready ? await failedUnits(store, task.roadmap_id) : []);

  app.get(
    fastifyPath("tasks"),
    { schema: { summary: "The caller's tasks", response: { 200: z.object({ tasks: z.array(Task) }) } } },
    async (request) => {
      const user_id = await requireUser(context, request);
      const tasks = await store.listTasks({ user_id, limit: LIST_LIMIT });
      return { tasks: await Promise.all(tasks.map(view)) };
    },
  );

  app.get(fastifyPath("task"), { schema: { summary: "A task", response: { 200: Task } } }, async (request) =>
    view(await requireTask(context, request)),
  );

  app.post(fastifyPath("cancel"), { schema: { summary: "Cancel a task", response: { 200: Task } } }, async (request, reply) => {
    const { task_id } = await requireTask(context, request, await ensureUser(context, request, reply));
    const cancelled = await store.cancelTask({ task_id });
    if (!cancelled) throw new ProblemError("task_not_found", "There is no such task.");
    if (cancelled.outcome === "already" && cancelled.task.status !== "cancelled")
      throw new ProblemError("task_finished", `The task has already ended: ${cancelled.task.status}.`);
    return view(cancelled.task);
  });

  app.post(
    fastifyPath("retry"),
    { schema: { summary: "Try again what failed", response: { 201: TaskCreated } } },
    async (request, reply) => {
      const task = await requireTask(context, request, await ensureUser(context, request, reply));
      if (!isFinal(task.status)) throw new ProblemError("nothing_to_retry", "The task is still running.");
      const newest = (await store.newestOf(task)) ?? task;
      if (newest.status === "completed" && (await failedUnits(store, task.roadmap_id)).length === 0)
        throw new ProblemError("nothing_to_retry", "Everything of this task has succeeded.");
      const retry = await store.followTask({
        task,
        task_id: newId(),
        epoch: newId().slice(0, 8),
        kind: "retry",
        key: "",
        steps: workflow.first(),
        address: addressHash(request),
      });
      const links = taskLinks(context.access.baseUrl(request.headers), retry.task_id);
      return reply.code(201).send({ task_id: retry.task_id, epoch: retry.epoch, status: retry.status, links });
    },
  );
}
