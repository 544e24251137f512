import type { Finding, Plan, Week } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";
import { say } from "./say.ts";

/** Below a three-minute unit: two sums of hours that differ by less are equal. */
const EQUAL_HOURS = 0.01;
/** Weeks with work after them are used to nine tenths at least, and weeks × hours is within a tenth of the work (PR4). */
const LEAST_FILL = 0.9;
const TOTAL_TOLERANCE = 0.1;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** One week against the hours given: its number, its sum, not too full, not too empty. */
function lintWeek(week: Week, at: number, { plan, draft }: { plan: Plan; draft: Draft }): Finding[] {
  const findings: Finding[] = [];
  const add = (en: string, zh: string): number =>
    findings.push({ rule: "PR4", message: say(draft.language, en, zh), ids: week.items.map((item) => item.concept_id) });
  const given = plan.hours_per_week;
  if (week.week !== at + 1) add(`Week ${at + 1} is numbered ${week.week}.`, `第 ${at + 1} 周的编号是 ${week.week}。`);
  if (week.items.length === 0) add(`Week ${at + 1} is empty.`, `第 ${at + 1} 周是空的。`);
  if (week.items.some((item) => !(item.hours > 0)))
    add(`Week ${at + 1} has an item without hours.`, `第 ${at + 1} 周有一项没有时间。`);
  if (Math.abs(sum(week.items.map((item) => item.hours)) - week.hours) > EQUAL_HOURS)
    add(
      `The items of week ${at + 1} do not add up to its ${week.hours} hours.`,
      `第 ${at + 1} 周各项之和不等于 ${week.hours} 小时。`,
    );
  if (week.hours > given + EQUAL_HOURS)
    add(`Week ${at + 1} has ${week.hours} of ${given} hours.`, `第 ${at + 1} 周排了 ${week.hours} 小时，超过 ${given} 小时。`);
  if (at + 1 < plan.weeks.length && week.hours < given * LEAST_FILL)
    add(
      `Week ${at + 1} uses only ${week.hours} of ${given} hours while work remains.`,
      `还有内容未排，第 ${at + 1} 周却只用了 ${given} 小时中的 ${week.hours} 小时。`,
    );
  return findings;
}

/** The weeks one by one and their total against the hours given (PR4). */
export function lintPlanWeeks(draft: Draft, plan: Plan): Finding[] {
  const findings = plan.weeks.flatMap((week, at) => lintWeek(week, at, { plan, draft }));
  const planned = sum(plan.weeks.map((week) => week.hours));
  const work = sum(plan.weeks.flatMap((week) => week.items.map((item) => item.hours)));
  const offered = Math.max(0, plan.weeks.length - 1) * plan.hours_per_week + (plan.weeks.at(-1)?.hours ?? 0);
  if (Math.abs(planned - plan.total_hours) > EQUAL_HOURS)
    findings.push({
      rule: "PR4",
      message: say(
        draft.language,
        `The weeks add up to ${planned} hours, not ${plan.total_hours}.`,
        `各周共 ${planned} 小时，不是 ${plan.total_hours} 小时。`,
      ),
      ids: [],
    });
  if (Math.abs(offered - work) > work * TOTAL_TOLERANCE + EQUAL_HOURS)
    findings.push({
      rule: "PR4",
      message: say(
        draft.language,
        `${plan.weeks.length} weeks offer ${offered} hours for ${work} hours of work.`,
        `${plan.weeks.length} 周共有 ${offered} 小时，内容却是 ${work} 小时。`,
      ),
      ids: [],
    });
  return findings;
}
