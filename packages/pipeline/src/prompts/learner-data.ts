import type { Goal } from "@wayfinder/protocol";
import { dataBlock } from "./prompt.ts";

const LEVELS = {
  beginner: "knows little or nothing of it",
  intermediate: "has some practice",
  advanced: "is experienced",
} as const;

/** A learner's goal and profile as data blocks; fields that were left empty are left out. */
export function learnerData(goal: Goal): string {
  const facts = [
    `Level: ${goal.level} (${LEVELS[goal.level]})`,
    `Hours per week: ${goal.hours_per_week}`,
    `Start: ${goal.starts_on}`,
    goal.deadline === undefined ? "Deadline: none" : `Deadline: ${goal.deadline}`,
    goal.content_preferences?.length ? `Prefers: ${goal.content_preferences.join(", ")}` : "",
  ].filter((line) => line !== "");
  const words: readonly (readonly [string, string | undefined])[] = [
    ["goal", goal.goal],
    ["known_skills", goal.known_skills?.join("\n")],
    ["background", goal.background],
    ["motivation", goal.motivation],
    ["extra_context", goal.extra_context],
    ["answers", goal.answers?.map(({ question, answer }) => `${question} — ${answer}`).join("\n")],
  ];
  const blocks = words.flatMap(([name, text]) => (text?.trim() ? [dataBlock(name, text)] : []));
  return [...facts, ...blocks].join("\n");
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

/** Hours until the deadline at the learner's pace; null without one. */
export function hoursUntilDeadline({ starts_on, deadline, hours_per_week }: Goal): number | null {
  if (deadline === undefined) return null;
  const days = (Date.parse(deadline) - Date.parse(starts_on)) / DAY_MS + 1;
  return Math.max(1, Math.round((days / WEEK_DAYS) * hours_per_week));
}
