import type { DomainMap, Hours, Language, MapNode } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import type { CatalogueDomain } from "../catalogue-map.ts";
import { endsOf } from "../closure.ts";
import { summaryOf } from "../content/summary.ts";
import { stageNames } from "../plan/names.ts";
import { isCore } from "../plan/plan-draft.ts";
import { cutStages } from "../plan/stage-cut.ts";
import { studyOrder } from "../plan/study-order.ts";

/** What can be done after a domain is told in this many sentences. */
const OUTCOMES_SHOWN = 4;

/** A domain as a map that can be walked: its published concepts in the order of study, cut into stages as a roadmap over all of it would be. */
export function domainMap(catalogue: Catalogue, domain: CatalogueDomain, language: Language): DomainMap {
  const concepts = studyOrder([...catalogue.concepts.values()].filter((c) => c.domain === domain.id));
  const stages = concepts.length === 0 ? [] : cutStages(concepts);
  const names = stageNames(catalogue, stages, {
    goal: { language },
    names: new Map(concepts.map((c) => [c.id, c.title[language]])),
  });
  return {
    id: domain.id,
    title: domain.title[language],
    hours: hoursOf(concepts),
    outcomes: outcomesOf(concepts, language),
    modules: domain.modules
      .filter((id) => concepts.some((c) => c.module === id))
      .map((id) => ({ id, title: catalogue.map.modules.get(id)?.title[language] ?? id })),
    stages: stages.map((runs, at) => ({
      id: `stage-${at + 1}`,
      name: names[at] ?? `${at + 1}`,
      concept_ids: runs.flatMap((run) => run.concepts.map((c) => c.id)),
    })),
    concepts: concepts.map((c) => mapNode(catalogue, c, language)),
  };
}

/** A goal that leads to a concept for certain: its title, with its module where two concepts share one. */
export const goalOf = ({ index }: Catalogue, c: CatalogueConcept, language: Language): string =>
  index.titles.get(c.id)?.[language] ?? c.title[language];

function mapNode(catalogue: Catalogue, c: CatalogueConcept, language: Language): MapNode {
  const published = (ids: readonly string[]) => ids.filter((id) => catalogue.concepts.has(id));
  return {
    id: c.id,
    title: c.title[language],
    goal: goalOf(catalogue, c, language),
    summary: summaryOf(c, language),
    level: c.level,
    hours: c.hours,
    kind: c.kind,
    module_id: c.module,
    prerequisites: [
      ...published(c.hard).map((concept_id) => ({ concept_id, kind: "hard" as const })),
      ...published(c.soft).map((concept_id) => ({ concept_id, kind: "soft" as const })),
    ],
    optional: !isCore(c.value),
  };
}

const hoursOf = (concepts: readonly CatalogueConcept[]): Hours => {
  const sum = (key: keyof Hours) => concepts.reduce((total, c) => total + c.hours[key], 0);
  return { low: sum("low"), likely: sum("likely"), high: sum("high") };
};

/** From the projects, which bring everything together; where there is none, from the concepts that nothing builds on. */
function outcomesOf(concepts: readonly CatalogueConcept[], language: Language): string[] {
  const projects = concepts.filter((c) => c.kind === "project");
  const byId = new Map(concepts.map((c) => [c.id, c]));
  const ends = endsOf(byId, new Set(byId.keys())).flatMap((id) => byId.get(id) ?? []);
  const sources = (projects.length > 0 ? projects : ends).slice(0, OUTCOMES_SHOWN);
  const each = Math.ceil(OUTCOMES_SHOWN / Math.max(1, sources.length));
  return sources.flatMap((c) => c.outcomes.slice(0, each).map((o) => o[language])).slice(0, OUTCOMES_SHOWN);
}
