import type { Task } from "@wayfinder/protocol";
import { isFinal } from "#web/features/tasks/is-final.ts";

/** The tasks that were seen at work, the newest first: those seen before and those that are now. The same list when there is no new one. */
export function seenRunning(seen: readonly Task[], tasks: readonly Task[]): readonly Task[] {
  const known = new Set(seen.map(({ task_id }) => task_id));
  const more = tasks.filter(({ task_id, status }) => !known.has(task_id) && !isFinal(status));
  if (more.length === 0) return seen;
  return [...more, ...seen].toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
}
