import type { Finding, Plan } from "@wayfinder/protocol";
import { addDays } from "./day.ts";
import type { Draft } from "./draft.ts";
import type { PlanContext } from "./plan-context.ts";
import { say } from "./say.ts";
import { daysAvailable, verdictOn } from "./schedule.ts";
import { daysOf } from "./weeks.ts";

/** Dates that follow from the start, and the verdict that follows from the dates (PR4). */
export function lintPlanDates(draft: Draft, plan: Plan, context: PlanContext): Finding[] {
  const findings: Finding[] = [];
  const add = (en: string, zh: string, ids: string[] = []): number =>
    findings.push({ rule: "PR4", message: say(draft.language, en, zh), ids });
  plan.weeks.forEach((week, at) => {
    const starts_on = addDays(context.starts_on, at * 7);
    if (week.starts_on !== starts_on)
      add(
        `Week ${at + 1} starts on ${week.starts_on}, not on ${starts_on}.`,
        `第 ${at + 1} 周的开始日期是 ${week.starts_on}，应为 ${starts_on}。`,
      );
  });
  const days = daysOf(plan);
  const finishes_on = days > 0 ? addDays(context.starts_on, days - 1) : undefined;
  if (plan.finishes_on !== finishes_on)
    add(
      `The plan ends on ${finishes_on}, not on ${plan.finishes_on}.`,
      `计划的结束日期是 ${finishes_on}，不是 ${plan.finishes_on}。`,
    );
  const verdict = verdictOn(days, daysAvailable(context.starts_on, context.deadline));
  if (plan.verdict !== verdict)
    add(`The verdict is ${plan.verdict} where it must be ${verdict}.`, `结论是 ${plan.verdict}，应为 ${verdict}。`);
  const earliest = verdict === "does_not_fit" ? finishes_on : undefined;
  if (plan.earliest_finish !== earliest)
    add(
      `The earliest finish is ${earliest ?? "not to be named"}, not ${plan.earliest_finish ?? "missing"}.`,
      `最早完成日期应为 ${earliest ?? "空"}，而不是 ${plan.earliest_finish ?? "空"}。`,
    );
  if (context.deadline === undefined && plan.cut !== undefined)
    add("Concepts are cut without a deadline.", "没有截止日期，却舍去了概念。", plan.cut);
  return findings;
}
