import type { Plan, Week } from "@wayfinder/protocol";

/** A stretch of a week's bar, as long as its hours: learning, reviews, or hours left free. */
export interface WeekSegment {
  readonly kind: "learn" | "review" | "free";
  readonly hours: number;
  /** The concept that is learnt. */
  readonly concept_id?: string;
}

export interface WeekColumn {
  readonly week: number;
  readonly starts_on?: string;
  /** Hours of work in it. */
  readonly hours: number;
  /** How many concepts it touches for the first time or goes on with. */
  readonly concepts: number;
  readonly segments: readonly WeekSegment[];
  readonly time: "past" | "now" | "ahead";
}

/** Hours below this are rounding, not free time. */
const LEAST_FREE_HOURS = 0.05;
const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;

/** The plan as a strip of weeks; `today` is the device's calendar day. Weeks without a date have none that is now. */
export function weekStrip(plan: Plan, today: string): WeekColumn[] {
  return plan.weeks.map((week) => {
    const { starts_on, hours } = week;
    const learnt = week.items.filter((item) => item.kind === "learn");
    return {
      week: week.week,
      ...(starts_on === undefined ? {} : { starts_on }),
      hours,
      concepts: new Set(learnt.map((item) => item.concept_id)).size,
      segments: segmentsOf(week, plan.hours_per_week),
      time: timeOf(starts_on, today),
    };
  });
}

function segmentsOf(week: Week, hoursPerWeek: number): WeekSegment[] {
  const learn = week.items
    .filter((item) => item.kind === "learn")
    .map(({ concept_id, hours }): WeekSegment => ({ kind: "learn", concept_id, hours }));
  const review = sum(week.items.filter((item) => item.kind === "review").map((item) => item.hours));
  const free = hoursPerWeek - sum(learn.map((segment) => segment.hours)) - review;
  return [
    ...learn,
    ...(review > 0 ? [{ kind: "review", hours: review } as const] : []),
    ...(free > LEAST_FREE_HOURS ? [{ kind: "free", hours: free } as const] : []),
  ];
}

function timeOf(startsOn: string | undefined, today: string): WeekColumn["time"] {
  if (startsOn === undefined) return "ahead";
  const days = (Date.parse(today) - Date.parse(startsOn)) / DAY_MS;
  if (days < 0) return "ahead";
  return days < DAYS_A_WEEK ? "now" : "past";
}

/** What is asked of a stage here: which concepts it holds. */
export interface StageConcepts {
  readonly modules: readonly { readonly concepts: readonly { readonly concept_id: string }[] }[];
}

/** The first and last week of a stage in the plan, or null if it is in none. */
export function weeksOfStage(stage: StageConcepts, plan: Pick<Plan, "weeks">): { first: number; last: number } | null {
  const ids = new Set(stage.modules.flatMap((module) => module.concepts.map((concept) => concept.concept_id)));
  const weeks = plan.weeks.filter((week) => week.items.some((item) => item.kind === "learn" && ids.has(item.concept_id)));
  const first = weeks[0]?.week;
  const last = weeks.at(-1)?.week;
  return first === undefined || last === undefined ? null : { first, last };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
