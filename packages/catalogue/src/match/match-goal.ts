import type { Estimate, Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import { closureOf } from "../closure.ts";
import { type ClauseWeight, weighClauses } from "./explain.ts";
import { searchTerms } from "./match-index.ts";
import { type Nearest, nearestTo } from "./nearest.ts";
import { type OutsideHit, outsideHits } from "./outside.ts";
import { isCovered, reachable, targetsOf, titleOf } from "./owner.ts";
import type { Owner } from "./phrase.ts";
import { phraseMatches, type PhraseMatch, readTokens } from "./phrase-match.ts";
import type { TokenText } from "./tokens.ts";

/** How much of what a goal needs is written. */
export type Coverage = Estimate["coverage"];

/** A goal that is covered: what it names, where it leads, and what is missing. */
export interface CoveredGoal {
  readonly ok: true;
  readonly owners: readonly (Owner & { readonly title: string })[];
  /** Published concepts to aim at, in the order of the map. */
  readonly targets: readonly string[];
  readonly coverage: Coverage;
  /** Parts of the goal, in the person's words, that the catalogue has nothing on. */
  readonly uncovered: readonly string[];
}

export interface RefusedGoal {
  readonly ok: false;
  readonly nearest: readonly Nearest[];
}

export type GoalMatch = CoveredGoal | RefusedGoal;

/** What a goal means in terms of the catalogue, or an honest refusal with the nearest that there is (CT2). Understands both languages, whichever is asked for. */
export function matchGoal(catalogue: Catalogue, goal: string, language: Language): GoalMatch {
  const text = readTokens(catalogue.index, goal);
  const found = phraseMatches(catalogue.index, text);
  const named = found.some((m) => m.exact) || found.length > 0 ? found : describedConcept(catalogue, goal, text);
  const matches = named.filter((m) => isCovered(catalogue, m.owner));
  const outside = named.some((m) => m.exact) ? [] : outsideHits(catalogue.index, text, matches);
  const verdict = judge(weighClauses(catalogue, text, matches), outside);
  const chosen = verdict.accepted ? unambiguous(matches) : [];
  if (chosen.length === 0) return refusal(catalogue, { goal, language, found: named, outside });
  return covered(catalogue, {
    owners: chosen.map((m) => m.owner),
    language,
    uncovered: verdict.uncovered.map((i) => text.clauses[i] ?? ""),
  });
}

/** Up to this many words every one has to be understood: in so short a goal one word makes it another goal ("react native app"). */
const SHORT_GOAL_WORDS = 3;
const MEDIUM_GOAL_WORDS = 5;
/** In a longer sentence two words in five may speak of the person and not of the subject. */
const FOREIGN_SHARE = 0.4;

interface Judgement {
  readonly accepted: boolean;
  /** Clauses about nothing the catalogue has. */
  readonly uncovered: readonly number[];
}

function judge(weights: readonly ClauseWeight[], outside: readonly OutsideHit[]): Judgement {
  const isOutside = (clause: number) => outside.some((hit) => hit.clauses.has(clause));
  const covered = weights.filter((w, i) => w.named > 0 && !isOutside(i));
  const uncovered = [...weights.keys()].filter((i) => isOutside(i) || (weights[i]?.named === 0 && weights[i].foreign > 0));
  const foreign = covered.reduce((sum, w) => sum + w.foreign, 0);
  const words = covered.reduce((sum, w) => sum + w.named + w.related + w.foreign, 0);
  const allowed = words <= SHORT_GOAL_WORDS ? 0 : words <= MEDIUM_GOAL_WORDS ? 1 : Math.floor(words * FOREIGN_SHARE);
  return { accepted: covered.length > 0 && covered.length >= uncovered.length && foreign <= allowed, uncovered };
}

/** Names that account for the same words as another of their kind are dropped unless the rest of the goal settles which is meant. */
function unambiguous(matches: readonly PhraseMatch[]): readonly PhraseMatch[] {
  const groups = [...Map.groupBy(matches, (m) => [...m.cover].toSorted((a, b) => a - b).join(",")).values()];
  return groups.flatMap((group) => (group.length === 1 ? group : []));
}

/** The one concept of which a text says so much, in words of its title, aliases, tags and outcomes, that it must be meant. */
function describedConcept(catalogue: Catalogue, goal: string, text: TokenText): readonly PhraseMatch[] {
  const terms = [...new Set(searchTerms(goal))];
  if (terms.length < 2) return [];
  const [best] = catalogue.index.search.search(terms.join(" "), { combineWith: "AND" });
  if (!best) return [];
  const isNamed = Object.values(best.match).every((fields) => fields.some((f) => f !== "outcomes"));
  if (terms.length === 2 && !isNamed) return [];
  const cover = new Set(
    text.tokens.flatMap((t) => Array.from({ length: t.kind === "word" ? 1 : t.text.length }, (_, i) => t.at + i)),
  );
  return [{ owner: { kind: "concept", id: String(best.id) }, cover, exact: false }];
}

function refusal(
  catalogue: Catalogue,
  {
    goal,
    language,
    found,
    outside,
  }: { goal: string; language: Language; found: readonly PhraseMatch[]; outside: readonly OutsideHit[] },
): RefusedGoal {
  const unwritten = found.filter((m) => !isCovered(catalogue, m.owner)).flatMap((m) => targetsOf(catalogue, m.owner));
  const ambiguous = found.length > 1 ? found.filter((m) => m.owner.kind === "concept").map((m) => m.owner.id) : [];
  const reasons = [outside.flatMap((hit) => hit.nearest), reachable(catalogue, unwritten).toReversed(), ambiguous];
  const known = reasons.find((ids) => ids.length > 0);
  const nearest = nearestTo(catalogue, { text: goal, language, ...(known === undefined ? {} : { known }) });
  return { ok: false, nearest };
}

function covered(
  catalogue: Catalogue,
  { owners, language, uncovered }: { owners: readonly Owner[]; language: Language; uncovered: readonly string[] },
): CoveredGoal {
  const wanted = owners.flatMap((o) => targetsOf(catalogue, o));
  const closure = [...closureOf(catalogue.map.concepts, wanted)];
  const missing = catalogue.map.concepts.keys().filter((id) => closure.includes(id) && !catalogue.concepts.has(id));
  const titles = [...missing].map((id) => catalogue.index.titles.get(id)?.[language] ?? id);
  return {
    ok: true,
    owners: owners.map((o) => ({ ...o, title: titleOf(catalogue, o, language) })),
    targets: reachable(catalogue, wanted),
    coverage: {
      published: closure.length - titles.length,
      total: closure.length + uncovered.length,
      missing: [...titles, ...uncovered],
    },
    uncovered,
  };
}
