import type { EventBody, StepName, TaskError, TaskStatus, Usage } from "@wayfinder/protocol";

/** How a task's row changes with events; `percent` never falls, `status` is left alone when null. */
export interface TaskPatch {
  readonly status: TaskStatus | null;
  readonly step: StepName | null;
  readonly percent: number;
  readonly roadmap_ready: boolean;
  readonly usage: Usage | null;
  readonly error: TaskError | null;
}

const NOTHING: TaskPatch = { status: null, step: null, percent: 0, roadmap_ready: false, usage: null, error: null };

/** The change of the task's row that `events` tell of. The row is derived from the log, never the other way (LG1). */
export const taskPatch = (events: readonly EventBody[]): TaskPatch => events.reduce(patch, NOTHING);

function patch(p: TaskPatch, e: EventBody): TaskPatch {
  switch (e.type) {
    case "progress":
      if (e.status === "paused" || e.status === "resumed") return p; // a pause is no phase
      return { ...p, status: p.status ?? "running", step: e.step, percent: Math.max(p.percent, e.percent) };
    case "validation_result":
      return { ...p, roadmap_ready: p.roadmap_ready || e.roadmap_id !== null };
    case "human_review_required":
      return { ...p, status: "waiting_for_review" };
    case "human_review_resolved":
      return { ...p, status: "running" };
    case "usage":
      return { ...p, usage: e.usage };
    case "completed":
      return { ...p, status: "completed", percent: 100 };
    case "failed":
      return { ...p, status: "failed", error: e.error };
    case "cancelled":
      return { ...p, status: "cancelled" };
    case "concept_start":
      // what writes one unit anew begins with it, and tells of no phase before it is done
      return { ...p, status: p.status ?? "running" };
    case "intent_ready":
    case "outline_delta":
    case "roadmap_edited":
    case "content_delta":
    case "concept_complete":
    case "concept_failed":
    case "attempt_started":
    case "retry_planned":
      return p;
  }
}
