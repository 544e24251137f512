import { fastifyPath, isFinal, ProblemError, Task, TaskCreated } from "@wayfinder/protocol";
import type { Left, TaskRecord } from "@wayfinder/engine";
import type { RoadmapWorkflow } from "@wayfinder/pipeline";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { HttpContext } from "./context.ts";
import { followUpOfLeft } from "./follow-up.ts";
import { ensureUser, requireUser } from "./session.ts";
import { requireTask, taskViews } from "./task-view.ts";

const LIST_LIMIT = 200;

/** Tasks: look, list, cancel, retry. */
export function taskRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, workflow } = context;
  const view = async (task: TaskRecord) => (await taskViews(store, [task]))[0];

  app.get(
    fastifyPath("tasks"),
    { schema: { summary: "The caller's tasks", response: { 200: z.object({ tasks: z.array(Task) }) } } },
    async (request) => {
      const user_id = await requireUser(context, request);
      const tasks = await store.listTasks({ user_id, limit: LIST_LIMIT });
      return { tasks: await taskViews(store, tasks) };
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
      // what it understood was corrected: nobody wants to pay for that as well
      if (task.status === "cancelled" && task.superseded_by !== null)
        throw new ProblemError("task_superseded", "It was started over with a correction; go on with that task.", {
          task_id: task.superseded_by,
        });
      const retry = await followUpOfLeft(context, request, { task, ...again(task, workflow) });
      if (!retry) throw new ProblemError("nothing_to_retry", "All of it is written, or is being written already.");
      return reply.code(201).send(retry);
    },
  );
}

/** A wish that was cut off is wished for again, with its words; else what the roadmap lacks is written, whoever was to write it (PL7). */
function again({ task_id, kind, status, about }: TaskRecord, workflow: RoadmapWorkflow) {
  if ((kind !== "change" && kind !== "regenerate") || status === "completed")
    return { kind: "retry" as const, key: "", steps: (left: Left) => workflow.retry(left) };
  return { kind, key: task_id, ...(about ? { about } : {}), steps: ({ cut }: Left) => cut };
}
