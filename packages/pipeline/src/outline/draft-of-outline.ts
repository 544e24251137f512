import type { Concept, Difficulty, Goal, Hours, Module, Repair, Stage } from "@wayfinder/protocol";
import { nameKey, nearNameKey, type Draft } from "@wayfinder/roadmap";
import { IdentifierMaker } from "./identifier-maker.ts";
import type { ConceptAnswer, OutlineAnswer } from "./outline-answer.ts";

/** More concepts than a person can follow; about 1 500 hours of study. What a model writes beyond is left out and told. */
export const MOST_CONCEPTS = 400;
/** When the model says nothing, or nonsense. */
const USUAL_HOURS = 2;
/** Low and high around the likely hours of somebody else's estimate; the spread of the catalogue's own concepts. */
const LOW_SHARE = 0.7;
const HIGH_SHARE = 1.6;

export interface OutlineDraft {
  readonly draft: Draft;
  /** What was left out before the gate sees it (PR7). */
  readonly repairs: readonly Repair[];
  /** Concepts that may be cut when time is short (PR4). */
  readonly optional: readonly string[];
}

/**
 * A structure out of a model's outline: ids made by code in the order of the text (PR5), prerequisites found by name, what the person
 * knows already left out (PR3). It is not sound yet: the gate repairs and lints it.
 */
export function draftOfOutline(outline: OutlineAnswer, goal: Goal): OutlineDraft {
  const ids = new IdentifierMaker();
  const known = knownKeys(goal.known_skills ?? []);
  const repairs: Repair[] = [];
  const optional: string[] = [];
  const byName = new Map<string, string>();
  let count = 0;
  let dropped = 0;

  const concept = (answer: ConceptAnswer): [Concept, ConceptAnswer][] => {
    if (known(answer.name)) {
      repairs.push(leftOut(answer.name, goal));
      return [];
    }
    if (count >= MOST_CONCEPTS) {
      dropped += 1;
      return [];
    }
    count += 1;
    const concept_id = ids.concept(answer.name);
    if (!byName.has(nameKey(answer.name))) byName.set(nameKey(answer.name), concept_id);
    if (answer.optional === true) optional.push(concept_id);
    return [[{ ...draftConcept(answer), concept_id }, answer]];
  };

  const answers: [Concept, ConceptAnswer][] = [];
  const stages = outline.stages.map((stage, at): Stage => {
    const stage_id = ids.stage(stage.name);
    const modules = stage.modules.map((module): Module => {
      const module_id = ids.module(module.name);
      const made = module.concepts.flatMap(concept);
      answers.push(...made);
      return {
        module_id,
        name: module.name,
        description: textOr(module.description, module.name),
        concepts: made.map(([c]) => c),
      };
    });
    return { stage_id, order: at + 1, name: stage.name, description: textOr(stage.description, stage.name), modules };
  });
  for (const [made, answer] of answers) made.prerequisites = edgesOf(answer, byName);
  if (dropped > 0) repairs.push(tooMany(dropped, goal));
  const title = textOr(outline.title, goal.goal);
  const outcomes = outcomesOf(outline, byName);
  return {
    draft: { title, goal: goal.goal, language: goal.language, source: "model", outcomes, stages },
    repairs,
    optional,
  };
}

const textOr = (text: string | undefined, otherwise: string): string => (text?.trim() ? text.trim() : otherwise);

/** A concept out of a model's words; its id and its edges are still to come. */
export function draftConcept(answer: ConceptAnswer): Concept {
  return {
    concept_id: "",
    name: answer.name,
    description: textOr(answer.description, answer.outcomes?.[0] ?? answer.name),
    hours: hoursOf(answer.hours),
    difficulty: difficultyOf(answer.difficulty),
    prerequisites: [],
    outcomes: clean(answer.outcomes),
    keywords: clean(answer.keywords),
    content: { tutorial: { status: "pending" }, resources: { status: "pending" }, quiz: { status: "pending" } },
  };
}

const clean = (texts: readonly string[] | undefined): string[] => [
  ...new Set((texts ?? []).map((text) => text.trim()).filter((text) => text !== "")),
];

const quarter = (hours: number): number => Math.max(0.25, Math.round(hours * 4) / 4);

function hoursOf(hours: number | undefined): Hours {
  const likely = quarter(hours !== undefined && Number.isFinite(hours) && hours > 0 ? hours : USUAL_HOURS);
  return { low: quarter(likely * LOW_SHARE), likely, high: quarter(likely * HIGH_SHARE) };
}

/** Hard words in both languages; whatever else is said counts as medium. */
function difficultyOf(word: string | undefined): Difficulty {
  if (/easy|begin|basic|intro|简单|初|基础/i.test(word ?? "")) return "easy";
  return /hard|advanc|expert|difficult|困难|高级|难/i.test(word ?? "") ? "hard" : "medium";
}

function edgesOf(
  { prerequisites = [], helpful = [] }: ConceptAnswer,
  byName: ReadonlyMap<string, string>,
): Concept["prerequisites"] {
  const found = (names: readonly string[], kind: "hard" | "soft") =>
    names.flatMap((name) => {
      const concept_id = byName.get(nameKey(name));
      return concept_id === undefined ? [] : [{ concept_id, kind }];
    });
  return [...found(prerequisites, "hard"), ...found(helpful, "soft")];
}

/** What the learner can do at the end. What names no concept of this roadmap the gate joins to something or drops. */
function outcomesOf({ outcomes = [] }: OutlineAnswer, byName: ReadonlyMap<string, string>): Draft["outcomes"] {
  return outcomes.map(({ text, concepts = [] }, at) => ({
    id: `outcome-${at + 1}`,
    text,
    concept_ids: [...new Set(concepts.flatMap((name) => byName.get(nameKey(name)) ?? []))],
  }));
}

function knownKeys(skills: readonly string[]): (name: string) => boolean {
  const exact = new Set(skills.map(nameKey));
  const near = new Set(skills.map(nearNameKey));
  return (name) => exact.has(nameKey(name)) || near.has(nearNameKey(name));
}

const leftOut = (name: string, { language }: Goal): Repair => ({
  rule: "PR3",
  action: "known_left_out",
  message: language === "zh" ? `“${name}”你已经掌握，没有列入。` : `Left out “${name}”: you know it already.`,
  ids: [],
});

const tooMany = (dropped: number, { language }: Goal): Repair => ({
  rule: "PR2",
  action: "concepts_dropped",
  message:
    language === "zh"
      ? `模型列出的知识点太多，去掉了最后的 ${dropped} 个。`
      : `The model listed more concepts than anybody can follow; the last ${dropped} were left out.`,
  ids: [],
});
