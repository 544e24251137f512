import type { Concept, Goal, Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { listOf } from "./name-list.ts";
import type { Run } from "./stage-cut.ts";

type Stages = readonly (readonly Run<CatalogueConcept>[])[];

interface Naming {
  readonly goal: Pick<Goal, "language">;
  /** The concepts' names by id. */
  readonly names: ReadonlyMap<string, string>;
}

const STAGE_TOPICS = 2;

/** A topic with the concept it begins at, to tell it from the same topic elsewhere. */
const called = (topic: string, concept: string, language: Language): string =>
  language === "zh" ? `${topic}：${concept}` : `${topic}: ${concept}`;

/** A stage is called after the one or two topics that take most of its hours; where two stages would be called the same, after their first concept too. */
export function stageNames(catalogue: Catalogue, stages: Stages, { goal, names }: Naming): readonly string[] {
  const plain = stages.map((runs) => mainTopics(catalogue, runs, goal.language));
  return plain.map((name, i) => {
    if (plain.indexOf(name) === plain.lastIndexOf(name)) return name;
    return called(name, firstName(stages[i]?.[0], names), goal.language);
  });
}

function mainTopics({ map }: Catalogue, runs: readonly Run<CatalogueConcept>[], language: Language): string {
  const hours = new Map<string, number>();
  for (const run of runs)
    hours.set(
      run.module,
      run.concepts.reduce((sum, c) => sum + c.hours.likely, hours.get(run.module) ?? 0),
    );
  const main = new Set(
    [...hours]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, STAGE_TOPICS)
      .map(([id]) => id),
  );
  const titles = [...hours.keys()].filter((id) => main.has(id)).map((id) => map.modules.get(id)?.title[language] ?? id);
  return titles.join(" · ");
}

const firstName = (run: Run<CatalogueConcept> | undefined, names: ReadonlyMap<string, string>): string =>
  names.get(run?.concepts[0]?.id ?? "") ?? "";

/** Ids and names of modules by stage: a topic that comes again is `javascript-2`, and called after its first concept too, or only
 * after its concept if it has just one. */
export function moduleNames(
  catalogue: Catalogue,
  stages: Stages,
  { goal, names }: Naming,
): readonly (readonly { id: string; name: string }[])[] {
  const seen = new Map<string, number>();
  return stages.map((runs) =>
    runs.map((run) => {
      const count = (seen.get(run.module) ?? 0) + 1;
      seen.set(run.module, count);
      const title = catalogue.map.modules.get(run.module)?.title[goal.language] ?? run.module;
      if (count === 1) return { id: run.module, name: title };
      const first = firstName(run, names);
      return { id: `${run.module}-${count}`, name: run.concepts.length === 1 ? first : called(title, first, goal.language) };
    }),
  );
}

/** One sentence: what the learner can do after the stage, from an outcome of its most valuable concept, the later one on a tie. */
export function stageDescription(runs: readonly Run<CatalogueConcept>[], language: Language): string {
  const concepts = runs.flatMap((run) => run.concepts);
  const best = Math.max(...concepts.map((c) => c.value));
  const outcome = concepts.findLast((c) => c.value === best)?.outcomes[0]?.[language] ?? "";
  return language === "zh"
    ? `学完这一阶段，你能${outcome}。`
    : `By the end you can ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}.`;
}

/** One sentence: what the module is made of; of a single concept, what it is good for. */
export function moduleDescription(concepts: readonly Concept[], language: Language): string {
  const [only, ...others] = concepts;
  const outcome = only?.outcomes[0];
  if (outcome !== undefined && others.length === 0) return canDo(outcome, language);
  const names = listOf(
    concepts.map((c) => c.name),
    language,
  );
  return language === "zh" ? `内容：${names}。` : `Covers: ${names}.`;
}

const canDo = (outcome: string, language: Language): string =>
  language === "zh" ? `你将能${outcome}。` : `You can then ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}.`;
