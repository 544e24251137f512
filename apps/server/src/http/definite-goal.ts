import { promptVersions } from "@wayfinder/pipeline";
import { ProblemError, type FieldError, type GenerateRequest, type Goal } from "@wayfinder/protocol";

/** A plan further away than this is a typing mistake; weeks are laid out one by one. */
const FURTHEST_YEARS = 10;

/** The calendar day at a moment in a time zone, `YYYY-MM-DD`. */
const dayIn = (moment: Date, timezone: string): string =>
  // Swedish writes dates as ISO 8601 does
  new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }).format(moment);

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);

/** Makes a request definite: start date and source decided, a model where there is one and the catalogue was not asked for. Dates in the past or out of order name their field. */
export function definiteGoal(request: GenerateRequest, now: Date, hasModel: boolean): Goal {
  const { timezone = "UTC", source, starts_on, ...rest } = request;
  const today = dayIn(now, timezone);
  const start = starts_on ?? today;
  const furthest = `${Number(today.slice(0, 4)) + FURTHEST_YEARS}${today.slice(4)}`;
  const tooLate = { message: `must be within ${FURTHEST_YEARS} years`, rule: "too_late", limit: furthest } as const;
  const errors: FieldError[] = [];
  if (start < today)
    errors.push({ path: "starts_on", message: `must not be before today (${today})`, rule: "too_early", limit: today });
  if (start > furthest) errors.push({ path: "starts_on", ...tooLate });
  if (rest.deadline !== undefined && rest.deadline <= start)
    errors.push({
      path: "deadline",
      message: `must be after the start (${start})`,
      rule: "too_early",
      limit: dayAfter(start),
    });
  if (rest.deadline !== undefined && rest.deadline > furthest) errors.push({ path: "deadline", ...tooLate });
  if (errors.length > 0)
    throw new ProblemError("invalid_request", errors.map((e) => `${e.path} ${e.message}`).join("; "), { errors });
  if (source === "model" && !hasModel)
    throw new ProblemError("model_not_configured", "No model is configured here; use source auto or catalogue.", {
      errors: [{ path: "source", message: "no model is configured", rule: "needs_model" }],
    });
  return withPrompts({ ...rest, starts_on: start, source: source !== "catalogue" && hasModel ? "model" : "catalogue" });
}

/** The goal of a task that begins now: for a model with the prompt versions of the day, which it and its retries keep. */
export const withPrompts = (goal: Goal): Goal => (goal.source === "model" ? { ...goal, prompts: promptVersions() } : goal);
