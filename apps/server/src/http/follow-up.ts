import { createHash } from "node:crypto";
import type { Left, RoadmapRecord, StepRequest, TaskRecord, TaskStore } from "@wayfinder/engine";
import { ProblemError, type TaskAbout, type TaskCreated, type TaskKind } from "@wayfinder/protocol";
import type { FastifyRequest } from "fastify";
import type { HttpContext } from "./context.ts";
import { addressHash } from "./address-hash.ts";
import { taskLinks } from "./links.ts";

interface Wish<S> {
  readonly task: TaskRecord;
  readonly kind: Exclude<TaskKind, "generate">;
  readonly key: string;
  readonly about?: TaskAbout;
  readonly steps: S;
}

/** Starts a later task on the same roadmap (LG6), or gives the one of its like that runs; as the API answers it. */
export async function followUp(
  context: HttpContext,
  request: FastifyRequest,
  wish: Wish<readonly StepRequest[]>,
): Promise<TaskCreated> {
  return created(context, request, await context.store.followTask({ ...wish, ...newTask(context, request) }));
}

/** The same for steps that follow from what is left to do; null where that is nothing. */
export async function followUpOfLeft(
  context: HttpContext,
  request: FastifyRequest,
  wish: Wish<(left: Left) => readonly StepRequest[]>,
): Promise<TaskCreated | null> {
  const made = await context.store.followLeft({ ...wish, ...newTask(context, request) });
  return made && created(context, request, made);
}

/** What every new task has of its own. */
export const newTask = ({ newId }: HttpContext, request: FastifyRequest) => ({
  task_id: newId(),
  epoch: newId().slice(0, 8),
  address: addressHash(request),
});

function created({ access }: HttpContext, request: FastifyRequest, { task_id, epoch, status }: TaskRecord): TaskCreated {
  return { task_id, epoch, status, links: taskLinks(access.baseUrl(request.headers), task_id) };
}

/** The same wish again while its task runs is that task; other words are another wish, which is not to be lost. */
export const wishKey = (words: string): string => createHash("sha256").update(words.trim()).digest("base64url");

/** 422 where there is no model to ask. */
export async function requireModel({ models }: HttpContext, user_id: string): Promise<void> {
  if (!(await models.isConfigured(user_id)))
    throw new ProblemError(
      "model_not_configured",
      "This needs a model. Set LLM_MODEL on the server, or bring a key in Settings.",
    );
}

/** The task that a roadmap's later tasks follow. One that was removed has lost the words of its goal (LG10), but the roadmap says what it is for. */
export async function taskOf(
  { store }: { readonly store: Pick<TaskStore, "getTask"> },
  { task_id, roadmap }: Pick<RoadmapRecord, "task_id" | "roadmap">,
): Promise<TaskRecord> {
  const task = await store.getTask({ task_id });
  if (!task) throw new ProblemError("task_not_found", "The task that made this roadmap is not there any more.");
  return task.gone ? { ...task, goal: { ...task.goal, goal: roadmap.goal } } : task;
}
