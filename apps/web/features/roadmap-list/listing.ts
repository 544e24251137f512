import type { RoadmapSummary, Task, TaskStatus } from "@wayfinder/protocol";

// The protocol's isFinal stands beside schemas whose validator a page should not load.
const FINAL: ReadonlySet<TaskStatus> = new Set(["completed", "failed", "cancelled"]);
const isFinal = (status: TaskStatus) => FINAL.has(status);

/** What the page of roadmaps shows. */
export interface Listing {
  /** Tasks at work, and those that failed before there was a roadmap and were not tried again. Newest first. */
  readonly tasks: readonly Task[];
  /** Roadmaps whose task has ended. Newest first. */
  readonly roadmaps: readonly RoadmapSummary[];
}

/** Sorts tasks and roadmaps so that each piece of work stands in the page once. */
export function listingOf(tasks: readonly Task[], roadmaps: readonly RoadmapSummary[]): Listing {
  const retried = new Set(tasks.map((task) => task.retry_of));
  const isOpen = (task: Task) =>
    !isFinal(task.status) || (task.status === "failed" && task.roadmap_id === null && !retried.has(task.task_id));
  const open = tasks.filter(isOpen);
  const growing = new Set(open.map((task) => task.roadmap_id));
  return { tasks: newestFirst(open), roadmaps: newestFirst(roadmaps.filter((roadmap) => !growing.has(roadmap.roadmap_id))) };
}

/** Whether the list can change by itself, so that it is worth asking again. */
export function isMoving(tasks: readonly Task[]): boolean {
  return tasks.some((task) => !isFinal(task.status));
}

function newestFirst<T extends { created_at: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
}
