import type { Language, Plan, Roadmap } from "@wayfinder/protocol";
import type { Difference } from "./difference.ts";
import { conceptsOf } from "./draft.ts";
import { quoteAll, say } from "./say.ts";
import { dayInWords, lengthInWords } from "./time-words.ts";

type Told = readonly [en: string, zh: string];

/** The whole work, reviews included; the weeks only where they changed. */
function workChange(was: Plan, is: Plan): Told {
  const [now, then] = [is, was].map(({ total_hours, weeks }) => ({
    weeks: weeks.length,
    en: lengthInWords(total_hours, "en"),
    zh: lengthInWords(total_hours, "zh"),
  })) as [Work, Work];
  if (now.weeks === then.weeks)
    return [`With reviews the plan takes ${now.en} instead of ${then.en}.`, `计划（含复习）共 ${now.zh}，原为 ${then.zh}。`];
  return [
    `With reviews the plan takes ${now.en} in ${weeksOf(now)} instead of ${then.en} in ${weeksOf(then)}.`,
    `计划（含复习）共 ${now.weeks} 周 ${now.zh}，原为 ${then.weeks} 周 ${then.zh}。`,
  ];
}

interface Work {
  readonly weeks: number;
  readonly en: string;
  readonly zh: string;
}

const weeksOf = ({ weeks }: Work): string => (weeks === 1 ? "1 week" : `${weeks} weeks`);

function endChange(was: Plan, is: Plan): Told {
  const [now, then, from] = [is.finishes_on, was.finishes_on, is.weeks[0]?.starts_on ?? ""];
  if (now === undefined) return ["It no longer has a day on which it ends.", "不再有结束日期。"];
  const day = (each: string, language: Language): string => dayInWords(each, from, language);
  if (then === undefined) return [`It ends on ${day(now, "en")}.`, `${day(now, "zh")}结束。`];
  return [`It ends on ${day(now, "en")} instead of ${day(then, "en")}.`, `${day(now, "zh")}结束，原为${day(then, "zh")}。`];
}

/** What a reader notices of a new plan: its length, its end, its verdict and what is cut. */
export function diffPlans(before: Roadmap, after: Roadmap): Difference[] {
  const [was, is] = [before.plan, after.plan];
  const { language } = after;
  const differences: Difference[] = [];
  const add = (...[en, zh]: Told): number =>
    differences.push({ kind: "changed", target: "plan", id: after.roadmap_id, message: say(language, en, zh) });
  const length = (hours: number): string => lengthInWords(hours, language);
  if (was.hours_per_week !== is.hours_per_week) {
    const [now, then] = [length(is.hours_per_week), length(was.hours_per_week)];
    add(`It takes ${now} a week instead of ${then}.`, `每周 ${now}，原为 ${then}。`);
  }
  if (was.total_hours !== is.total_hours || was.weeks.length !== is.weeks.length) add(...workChange(was, is));
  if (was.finishes_on !== is.finishes_on) add(...endChange(was, is));
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
