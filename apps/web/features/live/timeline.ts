import type { StepName, TaskEvent } from "@wayfinder/protocol";
import { generationFold } from "@wayfinder/protocol/fold";

export type TimelineGroup = "intent" | "design" | "check" | "review" | "write" | "task";

/** A line of the timeline: its words are `live.timeline.entry.<key>`, filled in with `values`. */
export interface TimelineEntry {
  /** Unique among the lines. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly group: TimelineGroup;
  readonly key: EntryKey;
  readonly values: Readonly<Record<string, string | number>>;
}

export type EntryKey =
  | "started"
  | "completed"
  | "step_failed"
  | "skipped"
  | "paused"
  | "resumed"
  | "retry"
  | "retries"
  | "intent"
  | "stage"
  | "module"
  | "concept"
  | "sound"
  | "unsound"
  | "told"
  | "review_wanted"
  | "approved"
  | "change_wanted"
  | "writing"
  | "written"
  | "not_written"
  | "task_completed"
  | "task_failed"
  | "task_cancelled";

const GROUP_OF_STEP: Readonly<Record<StepName, TimelineGroup>> = {
  intent_analysis: "intent",
  curriculum_design: "design",
  structure_validation: "check",
  roadmap_edit: "check",
  human_review: "review",
  content_generation: "write",
};

type Line = Omit<TimelineEntry, "id" | "at">;

/** The events a person can read, newest first. `nameOf` gives a concept's name, or its id if it has none yet. */
export function timelineEntries(events: readonly TaskEvent[], nameOf: (concept_id: string) => string): TimelineEntry[] {
  const begun = new Set<string>();
  const settled = new Set(events.flatMap((e) => (e.type === "concept_complete" || e.type === "concept_failed" ? [e.unit] : [])));
  const entries: TimelineEntry[] = [];
  for (const event of events) {
    if (!generationFold.knows(event.type)) continue; // of a newer server
    if (event.type === "concept_start" && settled.has(event.unit)) continue;
    const beginning = beginningOf(event);
    // A step tells of each part it has done, and each try of a part begins it anew; it is told once.
    if (beginning !== null && begun.has(beginning)) continue;
    if (beginning !== null) begun.add(beginning);
    const lines = linesOf(event, nameOf).map((line, n) => ({ ...line, id: `${event.seq}-${n}`, at: event.at }));
    // Many parts are written at once, and what stops one stops them all: their tries share a line.
    const last = entries.at(-1);
    const [line] = lines;
    if (line?.key === "retries" && last?.key === "retries" && line.values["code"] === last.values["code"])
      entries.splice(-1, 1, { ...line, id: last.id, values: { ...line.values, count: Number(last.values["count"]) + 1 } });
    else entries.push(...lines);
  }
  return entries.reverse();
}

/** What an event begins, be it a step or a unit; null where it begins nothing. */
function beginningOf(event: TaskEvent): string | null {
  if (event.type === "concept_start") return event.unit;
  return event.type === "progress" && event.status === "started" ? event.step : null;
}

/** The entries of one group, or all. */
export const filterEntries = (entries: readonly TimelineEntry[], group: TimelineGroup | "all"): readonly TimelineEntry[] =>
  group === "all" ? entries : entries.filter((entry) => entry.group === group);

/** The groups that have entries, in the order of the work. */
export function groupsOf(entries: readonly TimelineEntry[]): TimelineGroup[] {
  const present = new Set(entries.map((entry) => entry.group));
  return (["intent", "design", "check", "review", "write", "task"] as const).filter((group) => present.has(group));
}

function linesOf(event: TaskEvent, nameOf: (concept_id: string) => string): Line[] {
  const line = (group: TimelineGroup, key: EntryKey, values: Line["values"] = {}): Line[] => [{ group, key, values }];
  switch (event.type) {
    case "progress": {
      const group = GROUP_OF_STEP[event.step];
      if (event.status === "paused") return line("task", "paused", { reason: event.message ?? "" });
      if (event.status === "resumed") return line("task", "resumed");
      if (event.status === "failed") return line(group, "step_failed", { step: event.step, reason: event.message ?? "" });
      return line(group, event.status, { step: event.step });
    }
    case "retry_planned": {
      const { step, code, attempt, attempts, retry_in_ms } = event;
      const not_before = new Date(Date.parse(event.at) + retry_in_ms).toISOString();
      if (step === "content_generation") return line("write", "retries", { code, not_before, count: 1 });
      return line(GROUP_OF_STEP[step], "retry", { step, code, not_before, attempt, attempts });
    }
    case "intent_ready":
      return line("intent", "intent", { assumptions: event.intent.assumptions.length });
    case "outline_delta":
      return line("design", event.node.kind, { name: event.node.name });
    case "validation_result":
      return [
        ...event.repairs.flatMap(({ message }) => line("check", "told", { text: message })),
        ...event.findings.flatMap(({ message }) => line("check", "told", { text: message })),
        ...line("check", event.ok ? "sound" : "unsound", { repairs: event.repairs.length }),
      ];
    case "roadmap_edited":
      return event.changes.flatMap((text) => line("check", "told", { text }));
    case "human_review_required":
      return line("review", "review_wanted");
    case "human_review_resolved":
      return line("review", event.decision === "approve" ? "approved" : "change_wanted", { feedback: event.feedback ?? "" });
    case "concept_start":
      return line("write", "writing", { name: nameOf(event.concept_id) });
    case "concept_complete":
      return line("write", "written", { name: nameOf(event.concept_id) });
    case "concept_failed":
      return line("write", "not_written", { name: nameOf(event.concept_id), reason: event.reason });
    case "completed":
      return line("task", "task_completed", { failed: event.failed_units.length });
    case "failed":
      return line("task", "task_failed", { reason: event.error.message });
    case "cancelled":
      return line("task", "task_cancelled");
    case "content_delta":
    case "attempt_started":
    case "usage":
      return [];
  }
}
