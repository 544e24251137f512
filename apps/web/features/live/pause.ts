import type { Pause, TaskEvent } from "@wayfinder/protocol";
import type { Snapshot } from "@wayfinder/protocol/fold";

/** Whose budget has no room, and by how much. */
export interface ShownBudget {
  readonly scope: "task" | "user_day" | "address_day" | "instance_day";
  readonly unit: "tokens" | "usd";
  readonly limit: number;
  readonly spent: number;
  /** When there is room again, ISO 8601; undefined where waiting does not help. */
  readonly room_at?: string;
}

/** Why nothing new starts, and the server's words for it. */
export interface ShownPause extends Pick<Pause, "reason" | "message"> {
  /** Of a budget, if the server tells of it. */
  readonly budget?: ShownBudget;
  /** When it was paused again, ISO 8601, although a person let it go on: there was no room still. */
  readonly still_at?: string;
}

/** Whether a task that is at work starts nothing new. */
export const isPaused = ({ paused, status }: Snapshot): boolean => typeof paused === "string" && isAtWork(status);

const isAtWork = (status: Snapshot["status"]): boolean => status === "running" || status === "queued";

/** The pause of a task that is at work, as its log tells it; null when it is not paused. */
export function pauseOf(snapshot: Snapshot, events: readonly TaskEvent[]): ShownPause | null {
  if (!isPaused(snapshot)) return null;
  const message = snapshot.paused ?? "";
  const at = events.findLastIndex(isPause);
  const told = events[at];
  if (told?.type !== "progress" || told.data?.["reason"] !== "budget") return { reason: "user", message };
  const budget = budgetOf(told.data);
  return {
    reason: "budget",
    message,
    ...(budget ? { budget } : {}),
    ...(isInVain(events.slice(0, at)) ? { still_at: told.at } : {}),
  };
}

const isPause = (event: TaskEvent): boolean => event.type === "progress" && event.status === "paused";

/** Whether a person let it go on and nothing was paid for since. */
function isInVain(before: readonly TaskEvent[]): boolean {
  const goneOn = before.findLastIndex((event) => event.type === "progress" && event.status === "resumed");
  return goneOn >= 0 && !before.slice(goneOn).some((event) => event.type === "usage");
}

const SCOPES: readonly ShownBudget["scope"][] = ["task", "user_day", "address_day", "instance_day"];

function budgetOf(data: Readonly<Record<string, unknown>>): ShownBudget | null {
  const { unit, limit, spent, room_at } = data;
  const scope = SCOPES.find((known) => known === data["scope"]);
  if (!scope || (unit !== "usd" && unit !== "tokens") || typeof limit !== "number" || typeof spent !== "number") return null;
  return { scope, unit, limit, spent, ...(typeof room_at === "string" ? { room_at } : {}) };
}

/** Whether a task can be told to start nothing new: it is at work, and not paused. */
export const canPause = (snapshot: Snapshot): boolean => isAtWork(snapshot.status) && !isPaused(snapshot);
