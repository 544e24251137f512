import type { Task } from "@wayfinder/protocol";
import { isFinal } from "./is-final.ts";

/** What a person can do with a task from the list. */
export type TaskAction = "watch" | "look" | "resume" | "open" | "cancel" | "retry" | "again" | "remove";

export type TaskFilter = "all" | "running" | "ended";

/** The tasks of a filter, newest first. */
export function listTasks(tasks: readonly Task[], filter: TaskFilter): Task[] {
  const wanted = tasks.filter(({ status }) => filter === "all" || isFinal(status) === (filter === "ended"));
  return wanted.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
}

/** Ids of tasks that another task has tried again, or that were started over with a correction: what is wanted is in that one. */
export const retriedIds = (tasks: readonly Task[]): ReadonlySet<string> =>
  new Set(
    tasks.flatMap(({ task_id, status, retry_of, superseded_by }) => [
      ...(retry_of === undefined ? [] : [retry_of]),
      ...(superseded_by !== undefined && status === "cancelled" ? [task_id] : []),
    ]),
  );

/** What can be done with a task, the most useful first. */
export function actionsOf(task: Task, isRetried: boolean): TaskAction[] {
  switch (task.status) {
    case "queued":
    case "running":
      return task.paused ? ["resume", "watch", "cancel"] : ["watch", "cancel"];
    case "waiting_for_review":
      return ["look", "cancel"];
    case "completed": {
      const retry: TaskAction[] = task.failed_units.length > 0 && !isRetried ? ["retry"] : [];
      return task.roadmap_id === null ? [...retry, "remove"] : ["open", ...retry, "remove"];
    }
    case "failed":
      return isRetried ? ["remove"] : ["retry", "remove"];
    case "cancelled":
      return isRetried ? ["remove"] : ["again", "remove"];
  }
}
