import type { Task } from "@wayfinder/protocol";
import { isFinal } from "#web/features/tasks/is-final.ts";

type Followed = Pick<Task, "roadmap_id" | "kind" | "status" | "created_at" | "task_id">;

/** What writes a roadmap's content: a task at work, or the ended one by which what is missing is asked for again; null where neither is listed. */
export type ContentWork = { readonly isAtWork: true } | { readonly isAtWork: false; readonly task_id: string };

/** By a person's tasks. Changes in words and units written anew write none of what is missing. */
export function contentWork(tasks: readonly Followed[], roadmap_id: string): ContentWork | null {
  const writing = tasks.filter((task) => task.roadmap_id === roadmap_id && task.kind !== "change" && task.kind !== "regenerate");
  if (writing.some(({ status }) => !isFinal(status))) return { isAtWork: true };
  const [newest] = writing.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
  return newest ? { isAtWork: false, task_id: newest.task_id } : null;
}
