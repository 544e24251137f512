import type { Finding, Plan } from "@wayfinder/protocol";
import { conceptsOf, hardOf, type Draft } from "./draft.ts";
import type { PlanContext } from "./plan-context.ts";
import { quote, say } from "./say.ts";

/** Where the learning of a concept lies in the plan: places in the row of all items, and its last week. */
interface Span {
  readonly first: number;
  readonly last: number;
  readonly week: number;
}

function spansOf(plan: Plan): Map<string, Span> {
  const spans = new Map<string, Span>();
  let place = 0;
  plan.weeks.forEach((week, at) => {
    for (const item of week.items) {
      if (item.kind === "learn")
        spans.set(item.concept_id, { first: spans.get(item.concept_id)?.first ?? place, last: place, week: at });
      place++;
    }
  });
  return spans;
}

/** That what a concept cannot do without is finished before it begins (PR1), and that reviews come in a later week than learning (PR4). */
export function lintPlanOrder(draft: Draft, plan: Plan, context: PlanContext): Finding[] {
  const spans = spansOf(plan);
  const known = new Set(context.known);
  const names = new Map(conceptsOf(draft).map((concept) => [concept.concept_id, concept.name]));
  const early = conceptsOf(draft).flatMap((concept) =>
    hardOf(concept)
      .filter((id) => (spans.get(id)?.last ?? -1) >= (spans.get(concept.concept_id)?.first ?? Infinity))
      .map((id) => {
        const [name, needed] = [quote(concept.name), quote(names.get(id) ?? id)];
        return {
          rule: "PR1",
          message: say(draft.language, `${name} begins before ${needed} is finished.`, `${needed}还没学完，${name}就开始了。`),
          ids: [concept.concept_id, id],
        };
      }),
  );
  const unlearned = plan.weeks.flatMap((week, at) =>
    week.items
      .filter(
        (item) => item.kind === "review" && !known.has(item.concept_id) && (spans.get(item.concept_id)?.week ?? Infinity) >= at,
      )
      .map(({ concept_id: id }) => {
        const name = quote(names.get(id) ?? id);
        return {
          rule: "PR4",
          message: say(
            draft.language,
            `Week ${at + 1} reviews ${name} before it was learned.`,
            `第 ${at + 1} 周就复习${name}，而它还没学完。`,
          ),
          ids: [id],
        };
      }),
  );
  return [...early, ...unlearned];
}
