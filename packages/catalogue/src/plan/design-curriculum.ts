import type { Concept, Goal, Intent, Module, Outcome, Stage } from "@wayfinder/protocol";
import type { Draft } from "@wayfinder/roadmap";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { summaryOf } from "../content/summary.ts";
import { moduleNames, stageDescription, moduleDescription, stageNames } from "./names.ts";
import { difficultyOfLevel } from "./path-type.ts";
import { personalHours } from "./personal-hours.ts";
import { routeTo } from "./route.ts";
import { cutStages } from "./stage-cut.ts";
import { studyOrder } from "./study-order.ts";

/** The structure of the roadmap for an intent (CT3): closure, order, stages, modules, outcomes. Deterministic (PR6). */
export function designCurriculum(catalogue: Catalogue, goal: Goal, intent: Intent): Draft {
  const route = routeTo(catalogue, intent.targets, new Set(intent.known.map((k) => k.id)));
  const order = studyOrder(route);
  const names = conceptNames(catalogue, route, goal);
  const cut = cutStages(order);
  const titles = { stages: stageNames(catalogue, cut, { goal, names }), modules: moduleNames(catalogue, cut, { goal, names }) };
  const inside = new Set(route.map((c) => c.id));
  const stages = cut.map((runs, s): Stage => {
    const modules = runs.map((run, m): Module => {
      const { id, name } = titles.modules[s]?.[m] ?? { id: `${run.module}-${s}-${m}`, name: run.module };
      const concepts = run.concepts.map((c) => draftConcept(c, { goal, name: names.get(c.id) ?? c.id, inside }));
      return { module_id: id, name, description: moduleDescription(concepts, goal.language), concepts };
    });
    const name = titles.stages[s] ?? `${s + 1}`;
    return { stage_id: `stage-${s + 1}`, order: s + 1, name, description: stageDescription(runs, goal.language), modules };
  });
  return {
    title: intent.parsed_goal,
    goal: goal.goal,
    language: goal.language,
    source: "catalogue",
    outcomes: outcomesOf(
      order.filter((c) => intent.targets.includes(c.id)),
      goal,
    ),
    stages,
  };
}

/** The concepts' titles, with their module where two of them would read the same. */
function conceptNames({ index }: Catalogue, route: readonly CatalogueConcept[], { language }: Goal): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  for (const c of route) seen.set(c.title[language], (seen.get(c.title[language]) ?? 0) + 1);
  return new Map(
    route.map((c) => {
      const plain = c.title[language];
      return [c.id, (seen.get(plain) ?? 0) > 1 ? (index.titles.get(c.id)?.[language] ?? plain) : plain];
    }),
  );
}

function draftConcept(
  c: CatalogueConcept,
  { goal, name, inside }: { goal: Goal; name: string; inside: ReadonlySet<string> },
): Concept {
  const edges = (ids: readonly string[], kind: "hard" | "soft") =>
    ids.filter((id) => inside.has(id)).map((concept_id) => ({ concept_id, kind }));
  return {
    concept_id: c.id,
    name,
    description: summaryOf(c, goal.language),
    hours: personalHours(c.hours, goal.level),
    difficulty: difficultyOfLevel(c.level),
    prerequisites: [...edges(c.hard, "hard"), ...edges(c.soft, "soft")],
    outcomes: c.outcomes.map((o) => o[goal.language]),
    keywords: [...c.tags],
    content: { tutorial: { status: "pending" }, resources: { status: "pending" }, quiz: { status: "pending" } },
  };
}

/** A list of about this many outcomes can be read at a glance. */
const OUTCOMES_SHOWN = 8;

/** What the learner can do at the end: some outcomes of every target, more of each where there are few. */
function outcomesOf(targets: readonly CatalogueConcept[], { language }: Goal): Outcome[] {
  const each = Math.max(1, Math.floor(OUTCOMES_SHOWN / targets.length));
  return targets.flatMap((c) =>
    c.outcomes.slice(0, each).map((o) => ({ id: `${c.id}-${o.id}`, text: o[language], concept_ids: [c.id] })),
  );
}
