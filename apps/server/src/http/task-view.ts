import type { Store, TaskRecord } from "@wayfinder/engine";
import { isFinal, ProblemError, SOCKET_ID, type FailedUnit, type Task } from "@wayfinder/protocol";
import type { FastifyRequest } from "fastify";
import type { HttpContext } from "./context.ts";
import { requireUser } from "./session.ts";

/** A task of the asker's own: 404 when there is none, 403 when it is somebody else's, 410 when it has been removed (LG10). */
export async function requireTask(context: HttpContext, request: FastifyRequest, user_id?: string): Promise<TaskRecord> {
  const task = await requireTombstone(context, request, user_id);
  if (task.gone) throw new ProblemError("task_gone", "This task has been removed. Its roadmap is still there.");
  return task;
}

/** The same, also when it has been removed. */
export async function requireTombstone(context: HttpContext, request: FastifyRequest, user_id?: string): Promise<TaskRecord> {
  const asker = user_id ?? (await requireUser(context, request));
  const { task_id } = request.params as { task_id: string };
  const task = SOCKET_ID.test(task_id) ? await context.store.getTask({ task_id }) : null;
  if (!task) throw new ProblemError("task_not_found", "There is no such task.");
  if (task.user_id !== asker) throw new ProblemError("not_yours", "This task belongs to somebody else.");
  return task;
}

/** Tasks as the API answers them, with what failed of their roadmaps as these stand now; one look for all. */
export async function taskViews(store: Pick<Store, "listFailedUnits">, tasks: readonly TaskRecord[]): Promise<Task[]> {
  const roadmap_ids = [...new Set(tasks.flatMap((task) => (task.roadmap_ready ? [task.roadmap_id] : [])))];
  const failed = roadmap_ids.length === 0 ? [] : await store.listFailedUnits({ roadmap_ids });
  const byRoadmap = Map.groupBy(failed, ({ roadmap_id }) => roadmap_id);
  return tasks.map((task) => {
    const units = byRoadmap.get(task.roadmap_id) ?? [];
    return taskView(
      task,
      units.map(({ unit, concept_id, reason }) => ({ unit, concept_id, reason })),
    );
  });
}

/** A task as the API answers it. */
export const taskView = (task: TaskRecord, failed_units: FailedUnit[]): Task => ({
  task_id: task.task_id,
  status: task.status,
  step: task.step,
  percent: task.percent,
  roadmap_id: task.roadmap_ready ? task.roadmap_id : null,
  head: task.head,
  epoch: task.epoch,
  usage: task.usage,
  ...(task.error === null ? {} : { error: task.error }),
  failed_units,
  ...(task.retry_of === null ? {} : { retry_of: task.retry_of }),
  ...(task.superseded_by === null ? {} : { superseded_by: task.superseded_by }),
  kind: task.kind,
  ...(task.about === null ? {} : { about: task.about }),
  ...(task.goal.review ? { review: true } : {}),
  // a task that was cancelled while it was held is held no more
  ...(task.paused === null || isFinal(task.status) ? {} : { paused: task.paused }),
  goal: task.goal.goal,
  language: task.goal.language,
  source: task.goal.source,
  created_at: task.created_at,
  updated_at: task.updated_at,
});
