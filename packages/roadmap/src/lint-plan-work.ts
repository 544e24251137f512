import type { Concept, Finding, Language, Plan } from "@wayfinder/protocol";
import { conceptsOf, hardOf, type Draft } from "./draft.ts";
import type { PlanContext } from "./plan-context.ts";
import { quote, say } from "./say.ts";

/** Hours are kept to the quarter hour: half of one is the furthest that rounding moves them. */
const ROUNDING_HOURS = 0.125 + 1e-6;

/** What the checks of one concept look up. */
interface Lookup {
  readonly language: Language;
  readonly learned: ReadonlyMap<string, number>;
  readonly cut: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly background: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
}

/** Hours of learning planned for each concept. */
function learnHours(plan: Plan): Map<string, number> {
  const hours = new Map<string, number>();
  for (const item of plan.weeks.flatMap((week) => week.items).filter((each) => each.kind === "learn"))
    hours.set(item.concept_id, (hours.get(item.concept_id) ?? 0) + item.hours);
  return hours;
}

/** That a concept gets its likely hours, and none if it is known or cut. */
function lintHours({ concept_id: id, name, hours }: Concept, { language, learned, cut, known }: Lookup): Finding[] {
  const planned = learned.get(id) ?? 0;
  const concept = quote(name);
  const finding = (rule: string, en: string, zh: string): Finding[] => [{ rule, message: say(language, en, zh), ids: [id] }];
  if (known.has(id) && planned > 0)
    return finding("PR3", `${concept} is known and still planned as new.`, `${concept}已经掌握，却仍排为新内容。`);
  if (cut.has(id) && planned > 0)
    return finding("PR4", `${concept} is cut and still in a week.`, `${concept}已被舍去，却仍在某一周中。`);
  if (known.has(id) || cut.has(id) || Math.abs(planned - hours.likely) <= ROUNDING_HOURS) return [];
  return finding(
    "PR4",
    `${concept} has ${planned} of its ${hours.likely} hours in the weeks.`,
    `${concept}需 ${hours.likely} 小时，各周共排了 ${planned} 小时。`,
  );
}

/** That what a concept needs is there: in the roadmap or known (PR3), and not cut while the concept itself is kept (PR4). */
function lintNeeds(concept: Concept, { language, cut, known, background, present }: Lookup): Finding[] {
  const { concept_id: id, prerequisites } = concept;
  const name = quote(concept.name);
  const isKept = !cut.has(id) && !known.has(id);
  const isReachable = (need: string): boolean => present.has(need) || known.has(need) || background.has(need);
  const cutNeeds = hardOf(concept).filter((need) => isKept && cut.has(need));
  const missing = prerequisites.map((edge) => edge.concept_id).filter((need) => !isReachable(need));
  return [
    ...cutNeeds.map((need) => ({
      rule: "PR4",
      message: say(language, `${name} needs ${quote(need)}, which is cut.`, `${name}的先修${quote(need)}被舍去了。`),
      ids: [id, need],
    })),
    ...missing.map((need) => ({
      rule: "PR3",
      message: say(
        language,
        `${name} needs ${quote(need)}, which is neither in the roadmap nor known.`,
        `${name}的先修${quote(need)}既不在路线图中，也不在已掌握的内容里。`,
      ),
      ids: [id, need],
    })),
  ];
}

/** The work in the weeks against the concepts of the structure (PR3, PR4). */
export function lintPlanWork(draft: Draft, plan: Plan, context: PlanContext): Finding[] {
  const concepts = conceptsOf(draft);
  const { language } = draft;
  const lookup: Lookup = {
    language,
    learned: learnHours(plan),
    cut: new Set(plan.cut),
    known: new Set(context.known),
    background: new Set(context.background),
    present: new Set(concepts.map((concept) => concept.concept_id)),
  };
  const named = new Set([...lookup.cut, ...plan.weeks.flatMap((week) => week.items.map((item) => item.concept_id))]);
  const strangers = [...named].filter((id) => !lookup.present.has(id));
  return [
    ...strangers.map((id) => ({
      rule: "PR4",
      message: say(language, `The plan names ${quote(id)}, which is not in the roadmap.`, `计划中的${quote(id)}不在路线图中。`),
      ids: [id],
    })),
    ...concepts.flatMap((concept) => [...lintHours(concept, lookup), ...lintNeeds(concept, lookup)]),
  ];
}
