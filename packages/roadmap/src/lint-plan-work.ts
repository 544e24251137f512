import type { Concept, Finding, Plan } from "@wayfinder/protocol";
import { conceptsOf, hardOf, type Draft } from "./draft.ts";
import type { PlanContext } from "./plan-context.ts";
import { quote, say } from "./say.ts";

/** Hours are kept to the quarter hour: half of one is the furthest that rounding moves them. */
const ROUNDING_HOURS = 0.125 + 1e-6;

/** Hours of learning planned for each concept. */
function learnHours(plan: Plan): Map<string, number> {
  const hours = new Map<string, number>();
  for (const item of plan.weeks.flatMap((week) => week.items).filter((each) => each.kind === "learn"))
    hours.set(item.concept_id, (hours.get(item.concept_id) ?? 0) + item.hours);
  return hours;
}

/** That each concept which is neither cut nor known gets its likely hours, and the others none. */
export function lintPlanWork(draft: Draft, plan: Plan, context: PlanContext): Finding[] {
  const { language } = draft;
  const learned = learnHours(plan);
  const known = new Set(context.known);
  const outside = new Set([...context.known, ...(context.background ?? [])]);
  const cut = new Set(plan.cut);
  const concepts = new Map(conceptsOf(draft).map((concept) => [concept.concept_id, concept]));
  const finding = (rule: string, ids: string[], text: { en: string; zh: string }): Finding => ({
    rule,
    message: say(language, text.en, text.zh),
    ids,
  });
  const lintConcept = (concept: Concept): Finding[] => {
    const { concept_id: id, hours } = concept;
    const name = quote(concept.name);
    const planned = learned.get(id) ?? 0;
    const findings: Finding[] = [];
    if (known.has(id)) {
      if (planned > 0)
        findings.push(
          finding("PR3", [id], { en: `${name} is known and still planned as new.`, zh: `${name}已经掌握，却仍排为新内容。` }),
        );
    } else if (cut.has(id)) {
      if (planned > 0)
        findings.push(
          finding("PR4", [id], { en: `${name} is cut and still in a week.`, zh: `${name}已被舍去，却仍在某一周中。` }),
        );
    } else if (Math.abs(planned - hours.likely) > ROUNDING_HOURS)
      findings.push(
        finding("PR4", [id], {
          en: `${name} has ${planned} of its ${hours.likely} hours in the weeks.`,
          zh: `${name}需 ${hours.likely} 小时，各周共排了 ${planned} 小时。`,
        }),
      );
    for (const need of hardOf(concept).filter((each) => cut.has(each) && !cut.has(id) && !known.has(id)))
      findings.push(
        finding("PR4", [id, need], {
          en: `${name} needs ${quote(need)}, which is cut.`,
          zh: `${name}的先修${quote(need)}被舍去了。`,
        }),
      );
    for (const edge of concept.prerequisites.filter((each) => !concepts.has(each.concept_id) && !outside.has(each.concept_id)))
      findings.push(
        finding("PR3", [id, edge.concept_id], {
          en: `${name} needs ${quote(edge.concept_id)}, which is neither in the roadmap nor known.`,
          zh: `${name}的先修${quote(edge.concept_id)}既不在路线图中，也不在已掌握的内容里。`,
        }),
      );
    return findings;
  };
  const strangers = [...cut, ...new Set(plan.weeks.flatMap((week) => week.items.map((item) => item.concept_id)))].filter(
    (id) => !concepts.has(id),
  );
  return [
    ...strangers.map((id) =>
      finding("PR4", [id], {
        en: `The plan names ${quote(id)}, which is not in the roadmap.`,
        zh: `计划中的${quote(id)}不在路线图中。`,
      }),
    ),
    ...[...concepts.values()].flatMap(lintConcept),
  ];
}
