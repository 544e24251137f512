import type { Estimate, Language } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import { closureOf } from "../closure.ts";
import { weighClauses } from "./explain.ts";
import { judge } from "./judge.ts";
import { searchTerms } from "./match-index.ts";
import { contextMatches } from "./context.ts";
import { withoutBackground, withoutOpeningWords } from "./background.ts";
import { type Nearest, nearestTo } from "./nearest.ts";
import { type OutsideHit, outsideHits } from "./outside.ts";
import { isCovered, reachable, targetsOf, titleOf } from "./owner.ts";
import type { Owner } from "./phrase.ts";
import { withoutOpening } from "./stop-words.ts";
import { phraseMatches, type PhraseMatch, readTokens } from "./phrase-match.ts";
import { SURENESS, type Sureness, surenessOf } from "./sureness.ts";
import type { TokenText } from "./tokens.ts";
import { withoutUnwanted } from "./unwanted.ts";

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
  const asked = catalogue.index.exact.has(readTokens(catalogue.index, goal).key) ? goal : withoutUnwanted(goal);
  const text = withoutBackground(readTokens(catalogue.index, withoutOpeningWords(asked)));
  const names = phraseMatches(catalogue.index, text);
  const isExact = names.some((m) => m.exact);
  const named = isExact ? names : [...names, ...contextMatches(catalogue, text, names)];
  const matches = named.filter((m) => isCovered(catalogue, m.owner));
  const outside = isExact ? [] : outsideHits(catalogue.index, text, matches);
  const verdict = judge(weighClauses(catalogue, text, matches), outside, surest(matches, text));
  const chosen = verdict.accepted ? settled(catalogue, matches) : outside.length === 0 ? describedConcept(catalogue, goal) : [];
  if (chosen.length === 0) return refusal(catalogue, { goal, language, named, outside, isAmbiguous: verdict.accepted });
  const uncovered = verdict.accepted ? uncoveredParts(catalogue, { text, clauses: verdict.uncovered, named, language }) : [];
  return covered(catalogue, { owners: chosen, language, uncovered });
}

const surest = (matches: readonly PhraseMatch[], text: TokenText): Sureness => {
  const all = new Set(matches.map((m) => surenessOf(m, text)));
  return SURENESS.findLast((s) => all.has(s)) ?? "weak";
};

/** What the roadmap will not hold, in words: whole clauses as the person wrote them, and names that are not written yet in clauses that are covered otherwise. */
function uncoveredParts(
  catalogue: Catalogue,
  parts: { text: TokenText; clauses: readonly number[]; named: readonly PhraseMatch[]; language: Language },
): readonly string[] {
  const { text, clauses, named, language } = parts;
  const unwritten = named.filter((m) => !isCovered(catalogue, m.owner));
  const elsewhere = unwritten.filter((m) => !text.tokens.some((t) => m.cover.has(t.at) && clauses.includes(t.clause)));
  const titles = elsewhere.map((m) => titleOf(catalogue, m.owner, language));
  return [...new Set([...clauses.map((i) => withoutOpening(text.clauses[i] ?? "")), ...titles])];
}

/** The owners of the matches: each once, without those that another leads to. Names that may mean two things settle nothing. */
function settled(catalogue: Catalogue, matches: readonly PhraseMatch[]): readonly Owner[] {
  const sameWords = Map.groupBy(matches, (m) => [...m.cover].toSorted((a, b) => a - b).join(","));
  const clear = [...sameWords.values()].flatMap((group) => (group.length === 1 ? group : []));
  const owners = [...new Map(clear.map((m) => [`${m.owner.kind} ${m.owner.id}`, m.owner])).values()];
  const reach = owners.map((o) => closureOf(catalogue.map.concepts, targetsOf(catalogue, o)));
  const isPart = (a: number, b: number): boolean => {
    const [part, whole] = [reach[a], reach[b]];
    if (a === b || !part || !whole || part.size > whole.size) return false;
    return [...part].every((id) => whole.has(id)) && (part.size < whole.size || b < a);
  };
  return owners.filter((_, a) => !owners.some((_other, b) => isPart(a, b)));
}

/** From this many words on a description of a concept can be told from a coincidence. */
const DESCRIPTION_TERMS = 3;

/** The one concept whose title, aliases, tags and outcomes hold every word of a text, so that it must be meant. */
function describedConcept(catalogue: Catalogue, goal: string): readonly Owner[] {
  const terms = [...new Set(searchTerms(goal))];
  if (terms.length < DESCRIPTION_TERMS) return [];
  const [best] = catalogue.index.search().search(terms.join(" "), { combineWith: "AND" });
  return best ? [{ kind: "concept", id: String(best.id) }] : [];
}

function refusal(
  catalogue: Catalogue,
  {
    goal,
    language,
    named,
    outside,
    isAmbiguous,
  }: {
    goal: string;
    language: Language;
    named: readonly PhraseMatch[];
    outside: readonly OutsideHit[];
    isAmbiguous: boolean;
  },
): RefusedGoal {
  const unwritten = named.filter((m) => !isCovered(catalogue, m.owner)).flatMap((m) => targetsOf(catalogue, m.owner));
  const ambiguous = isAmbiguous ? named.flatMap((m) => targetsOf(catalogue, m.owner)) : [];
  const reasons = [outside.flatMap((hit) => hit.nearest), furthest(catalogue, unwritten), ambiguous];
  const known = reasons.find((ids) => ids.length > 0);
  const nearest = nearestTo(catalogue, { text: goal, language, ...(known === undefined ? {} : { known }) });
  return { ok: false, nearest };
}

/** What is written on the way to concepts that are not, the furthest first. */
function furthest(catalogue: Catalogue, targets: readonly string[]): readonly string[] {
  const size = (id: string) => closureOf(catalogue.concepts, [id]).size;
  return reachable(catalogue, targets).toSorted((a, b) => size(b) - size(a));
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
