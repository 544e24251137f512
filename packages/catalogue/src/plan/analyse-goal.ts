import type { Goal, Hours, Intent } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { closureOf } from "../closure.ts";
import { type Coverage, type CoveredGoal, matchGoal } from "../match/match-goal.ts";
import { matchSkills } from "../match/match-skills.ts";
import { type Nearest, nearestTo } from "../match/nearest.ts";
import { assumptionsOf, focusOf, profileSummary, skillGaps, suggestionsOf } from "./intent-text.ts";
import { personalHours } from "./personal-hours.ts";
import { difficultyOf, pathTypeOf } from "./path-type.ts";
import { routeTo, widened } from "./route.ts";

/** What was understood of a goal that the catalogue covers. */
export interface GoalAnalysis {
  readonly ok: true;
  readonly intent: Intent;
  /** Published concepts aimed at; the same as the intent's. */
  readonly targets: readonly string[];
  readonly coverage: Coverage;
}

/** Why there is no roadmap: the catalogue does not cover the goal, or the learner knows all of it. */
export interface CatalogueRefusal {
  readonly ok: false;
  readonly reason: "not_covered" | "nothing_left";
  readonly nearest: readonly Nearest[];
}

/** Understands a goal by the catalogue alone (CT2). Deterministic: the same goal gives the same bytes (PR6). */
export function analyseGoal(catalogue: Catalogue, goal: Goal): GoalAnalysis | CatalogueRefusal {
  const { language } = goal;
  const match = matchGoal(catalogue, goal.goal, language);
  if (!match.ok) return { ok: false, reason: "not_covered", nearest: match.nearest };
  const skills = matchSkills(catalogue, goal.known_skills ?? []);
  const known = new Set(skills.known);
  const left = match.targets.filter((id) => !known.has(id));
  const targets = widened(catalogue, left, known);
  const route = routeTo(catalogue, targets, known);
  if (route.length < 2) return { ok: false, reason: "nothing_left", nearest: beyond(catalogue, match, { goal, known }) };
  const relevant = closureOf(catalogue.concepts, [...match.targets, ...targets]);
  const spared = skills.known.filter((id) => relevant.has(id)).map((id) => named(catalogue, id, goal));
  const facts = {
    catalogue,
    goal,
    match,
    route,
    targets,
    added: targets.slice(left.length),
    spared,
    known,
    unknown: skills.unknown,
  };
  const intent: Intent = {
    parsed_goal: titleOf(match, goal),
    path_type: pathTypeOf(goal, route),
    difficulty: difficultyOf(route),
    hours: hoursOf(route, goal),
    key_technologies: technologies(catalogue, route, goal),
    focus: focusOf(facts),
    profile_summary: profileSummary(facts),
    skill_gaps: skillGaps(facts),
    suggestions: suggestionsOf(facts),
    assumptions: assumptionsOf(facts),
    known: spared,
    targets: [...targets],
  };
  return { ok: true, intent, targets, coverage: match.coverage };
}

/** More names than this make no title. */
const MAX_TITLE_NAMES = 3;
/** What a person wrote stands as a title up to about two lines of a phone; Han characters are twice as wide. */
const MAX_TITLE_WIDTH = 64;

/** The name of the one thing meant; of several, the person's own words if they are short enough, else the names. */
function titleOf({ owners }: CoveredGoal, goal: Goal): string {
  const words = goal.goal.replaceAll(/\s+/g, " ");
  if (owners.length > 1 && widthOf(words) <= MAX_TITLE_WIDTH) return words.charAt(0).toUpperCase() + words.slice(1);
  const names = owners.slice(0, MAX_TITLE_NAMES).map((o) => o.title);
  return [...names, ...(owners.length > MAX_TITLE_NAMES ? ["…"] : [])].join(" + ");
}

const widthOf = (text: string): number => [...text].reduce((width, c) => width + (/\p{Script=Han}/u.test(c) ? 2 : 1), 0);

const named = ({ index }: Catalogue, id: string, { language }: Goal) => ({ id, title: index.titles.get(id)?.[language] ?? id });

/** What builds on a goal that is known in full. */
function beyond(
  catalogue: Catalogue,
  match: CoveredGoal,
  { goal, known }: { goal: Goal; known: ReadonlySet<string> },
): readonly Nearest[] {
  const below = closureOf(catalogue.concepts, match.targets);
  const next = [...catalogue.concepts.values()].filter(
    (c) => !known.has(c.id) && !below.has(c.id) && c.hard.some((id) => below.has(id)),
  );
  const others = [...catalogue.concepts.values()].filter((c) => !known.has(c.id) && !below.has(c.id));
  const ids = (next.length > 0 ? next : others).map((c) => c.id);
  return nearestTo(catalogue, { text: goal.goal, language: goal.language, known: ids });
}

/** The hours of a route for the goal's level. */
function hoursOf(route: readonly CatalogueConcept[], { level }: Goal): Hours {
  const sum = { low: 0, likely: 0, high: 0 };
  for (const concept of route) {
    const hours = personalHours(concept.hours, level);
    sum.low += hours.low;
    sum.likely += hours.likely;
    sum.high += hours.high;
  }
  return sum;
}

const MAX_TECHNOLOGIES = 6;

/** The topics of a route, those with most hours first. */
function technologies({ map }: Catalogue, route: readonly CatalogueConcept[], { language }: Goal): string[] {
  const hours = new Map<string, number>();
  for (const c of route) hours.set(c.module, (hours.get(c.module) ?? 0) + c.hours.likely);
  const modules = [...hours].toSorted(([, a], [, b]) => b - a).slice(0, MAX_TECHNOLOGIES);
  return modules.map(([id]) => map.modules.get(id)?.title[language] ?? id);
}
