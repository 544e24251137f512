import type { Plan } from "@wayfinder/protocol";

/** The hours of a plan: what its weeks give to learning, which is what stages and concepts add up to, and to reviews. */
export function planWork({ weeks }: Pick<Plan, "weeks">): { learning: number; reviews: number } {
  const work = { learning: 0, reviews: 0 };
  for (const { kind, hours } of weeks.flatMap((week) => week.items)) work[kind === "learn" ? "learning" : "reviews"] += hours;
  return work;
}
