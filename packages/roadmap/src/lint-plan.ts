import type { Finding, Plan } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";
import { lintPlanDates } from "./lint-plan-dates.ts";
import { lintPlanOrder } from "./lint-plan-order.ts";
import { lintPlanWeeks } from "./lint-plan-weeks.ts";
import { lintPlanWork } from "./lint-plan-work.ts";
import type { PlanContext } from "./plan-context.ts";

/** What is wrong with a plan of a sound structure by PR1 (week order), PR3 (fits the person) and PR4 (fits the hours). */
export const lintPlan = (draft: Draft, plan: Plan, context: PlanContext): Finding[] => [
  ...lintPlanWork(draft, plan, context),
  ...lintPlanWeeks(draft, plan),
  ...lintPlanOrder(draft, plan, context),
  ...lintPlanDates(draft, plan, context),
];
