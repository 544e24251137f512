import type { Plan, Roadmap } from "@wayfinder/protocol";
import type { Difference } from "./difference.ts";
import { conceptsOf } from "./draft.ts";
import { quoteAll, say } from "./say.ts";

const ends = (plan: Plan): string => plan.finishes_on ?? "–";

/** What a reader notices of a new plan: its length, its end, its verdict and what is cut. */
export function diffPlans(before: Roadmap, after: Roadmap): Difference[] {
  const [was, is] = [before.plan, after.plan];
  const { language } = after;
  const differences: Difference[] = [];
  const add = (en: string, zh: string): number =>
    differences.push({ kind: "changed", target: "plan", id: after.roadmap_id, message: say(language, en, zh) });
  if (was.hours_per_week !== is.hours_per_week)
    add(
      `Hours a week: ${is.hours_per_week} instead of ${was.hours_per_week}.`,
      `每周 ${is.hours_per_week} 小时，原为 ${was.hours_per_week} 小时。`,
    );
  if (was.total_hours !== is.total_hours || was.weeks.length !== is.weeks.length)
    add(
      `The plan has ${is.total_hours} hours in ${is.weeks.length} weeks instead of ${was.total_hours} in ${was.weeks.length}.`,
      `计划共 ${is.weeks.length} 周 ${is.total_hours} 小时，原为 ${was.weeks.length} 周 ${was.total_hours} 小时。`,
    );
  if (ends(was) !== ends(is))
    add(`It ends on ${ends(is)} instead of ${ends(was)}.`, `结束日期为 ${ends(is)}，原为 ${ends(was)}。`);
  if (was.verdict !== is.verdict) add(VERDICTS[is.verdict].en, VERDICTS[is.verdict].zh);
  const names = new Map([...conceptsOf(before), ...conceptsOf(after)].map((concept) => [concept.concept_id, concept.name]));
  const namesOf = (ids: readonly string[]): string =>
    quoteAll(
      ids.map((id) => names.get(id) ?? id),
      language,
    );
  const [wasCut, isCut] = [new Set(was.cut), new Set(is.cut)];
  const newlyCut = [...isCut].filter((id) => !wasCut.has(id));
  const back = [...wasCut].filter((id) => !isCut.has(id) && conceptsOf(after).some((concept) => concept.concept_id === id));
  if (newlyCut.length > 0) add(`Left out of the weeks: ${namesOf(newlyCut)}.`, `不再排进各周：${namesOf(newlyCut)}。`);
  if (back.length > 0) add(`Back in the weeks: ${namesOf(back)}.`, `重新排进各周：${namesOf(back)}。`);
  return differences;
}

const VERDICTS: Readonly<Record<Plan["verdict"], { en: string; zh: string }>> = {
  fits: { en: "It now fits the deadline.", zh: "现在能在截止日期前完成。" },
  tight: { en: "It now just fits the deadline.", zh: "现在刚好能在截止日期前完成。" },
  does_not_fit: { en: "It no longer fits the deadline.", zh: "现在无法在截止日期前完成。" },
};
