import { structureOfText } from "@wayfinder/pipeline/evaluation";
import type { Finding, Repair, Roadmap } from "@wayfinder/protocol";
import { conceptsOf, hardClosure, hardOf } from "@wayfinder/roadmap";
import { covers, isNamed } from "./concept-cover.ts";
import { goalOf, type GoldGoal } from "./gold-goal.ts";

/** How good one roadmap is, as far as code can tell. */
export interface RoadmapScore {
  readonly concepts: number;
  /** PR1–PR5 after repair: what the linter still finds. */
  readonly findings: readonly string[];
  /** PR7: how often each rule had to mend what. */
  readonly repairs: Readonly<Record<string, number>>;
  /** PR2: concepts that say the same by name or by alias, and edges that others imply. */
  readonly duplicates: number;
  readonly redundant_edges: number;
  /** PR3: known skills that are taught all the same. */
  readonly known_taught: number;
  /** PR4: hours that the weeks offer for each hour of work; the last week offers what it holds. */
  readonly hours_ratio: number;
  readonly must: number;
  readonly missing: readonly string[];
  /** Pairs whose two concepts are there, and those of them that stand the wrong way round. */
  readonly pairs: number;
  readonly wrong_order: readonly string[];
}

/** A roadmap with its score, or why there is none. */
export type Score = ({ readonly ok: true } & RoadmapScore) | { readonly ok: false; readonly problem: string };

/** Scores what code makes of an architect's raw answer. */
export function scoreText(text: string, gold: GoldGoal): Score {
  const structure = structureOfText(text, goalOf(gold));
  return structure.ok ? { ok: true, ...scoreRoadmap(structure, gold) } : structure;
}

interface Scored {
  readonly roadmap: Roadmap;
  readonly repairs: readonly Repair[];
  readonly findings: readonly Finding[];
}

/** Scores a roadmap against what its goal needs. */
export function scoreRoadmap({ roadmap, repairs, findings }: Scored, gold: GoldGoal): RoadmapScore {
  const places = placesOf(roadmap, gold);
  const pairs = gold.before.filter(([first, then]) => places.has(first) && places.has(then));
  return {
    concepts: conceptsOf(roadmap).length,
    findings: findings.map(({ rule, message }) => `${rule} ${message}`),
    repairs: tally(repairs.map(({ rule, action }) => `${rule} ${action}`)),
    duplicates: duplicatesOf(roadmap, gold),
    redundant_edges: redundantEdgesOf(roadmap),
    known_taught: (gold.known_skills ?? []).filter((skill) => conceptsOf(roadmap).some(({ name }) => isNamed(name, skill)))
      .length,
    hours_ratio: hoursRatio(roadmap),
    must: gold.must.size,
    missing: [...gold.must.keys()].filter((key) => !places.has(key)),
    pairs: pairs.length,
    wrong_order: pairs.filter(([first, then]) => places.get(first)! > places.get(then)!).map((pair) => pair.join(" < ")),
  };
}

function tally(keys: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys.toSorted()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** Where the learner meets each must-have first, in the order of study; what was cut from the plan is met nowhere. */
function placesOf(roadmap: Roadmap, { must }: GoldGoal): Map<string, number> {
  const learned = roadmap.plan.weeks.flatMap(({ items }) => items.filter(({ kind }) => kind === "learn"));
  const order = [...new Set(learned.map(({ concept_id }) => concept_id))];
  const byId = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept]));
  const names = order.map((id) => [byId.get(id)?.name ?? "", ...(byId.get(id)?.keywords ?? [])]);
  const places = new Map<string, number>();
  for (const [key, { names: wanted }] of must) {
    const place = names.findIndex((own) => own.some((name) => wanted.some((alias) => covers(name, alias))));
    if (place >= 0) places.set(key, place);
  }
  return places;
}

/** Concepts beyond the first that are called as the same must-have is called in either language. */
function duplicatesOf(roadmap: Roadmap, { must }: GoldGoal): number {
  const names = conceptsOf(roadmap).map(({ name }) => name);
  return [...must.values()].reduce((sum, { own }) => {
    const alike = names.filter((name) => own.some((alias) => isNamed(name, alias))).length;
    return sum + Math.max(0, alike - 1);
  }, 0);
}

/** Hard edges to what another hard prerequisite leads to already. */
function redundantEdgesOf(roadmap: Roadmap): number {
  const needs = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, hardOf(concept)]));
  const requires = (id: string) => needs.get(id) ?? [];
  return [...needs.values()].reduce((sum, direct) => {
    const implied = direct.filter((id) => direct.some((other) => other !== id && hardClosure([other], { requires }).has(id)));
    return sum + implied.length;
  }, 0);
}

function hoursRatio({ plan: { weeks, hours_per_week } }: Roadmap): number {
  const work = weeks.reduce((sum, { items }) => sum + items.reduce((inner, { hours }) => inner + hours, 0), 0);
  const offered = Math.max(0, weeks.length - 1) * hours_per_week + (weeks.at(-1)?.hours ?? 0);
  return work === 0 ? 0 : Math.round((offered / work) * 1000) / 1000;
}
