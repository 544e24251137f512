import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Hours, Language } from "@wayfinder/protocol";
import type { CatalogueMap } from "../catalogue-map.ts";
import { sectionsOf } from "../concept-body.ts";
import { conceptFiles } from "../load-catalogue.ts";
import { readMap } from "../map-file.ts";
import { isKeyLongest } from "./lint-answers.ts";
import { type ConceptLint, lintConcept } from "./lint-concept.ts";
import { depthOf } from "./lint-graph.ts";
import { hanCount, proseOf, wordCount } from "./measure-text.ts";

/** Least, middle and greatest of some numbers. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** What a domain holds, in numbers. */
export interface DomainFigures {
  readonly id: string;
  readonly concepts: number;
  readonly projects: number;
  /** English words and Han characters of the prose of a concept. */
  readonly size: Readonly<Record<Language, Spread>>;
  /** Quiz items by type. */
  readonly items: Readonly<Record<string, number>>;
  /** How often each place holds the key of a single choice, from the first. */
  readonly key_places: readonly number[];
  /** How often each set of places holds the keys of a multiple choice, such as "1+3". */
  readonly key_sets: Readonly<Record<string, number>>;
  /** Share of single choices whose key is the longest option in a language. */
  readonly longest_share: number;
  /** Share of the true-false items that are true. */
  readonly true_share: number;
  readonly hours: Hours;
  /** The longest chain of hard prerequisites, in concepts. */
  readonly depth: number;
  readonly outcomes: number;
  /** How many of the outcomes a quiz item tests. */
  readonly tested: number;
}

/** Measures each domain of the data in a folder, in the order of the map. */
export function domainFigures(dir: string): readonly DomainFigures[] {
  const map = readMap(readFileSync(join(dir, "MAP.md"), "utf8"));
  const files = conceptFiles(dir, map).map((path) => {
    const text = readFileSync(path, "utf8");
    return { text, lint: lintConcept(path, text, map) };
  });
  return [...map.domains.keys()].map((id) => {
    const own = files.filter((f) => f.lint.head?.domain === id);
    return {
      id,
      ...sizeFigures(own.map((f) => f.text)),
      ...quizFigures(own.map((f) => f.lint)),
      ...planFigures(
        map,
        id,
        own.map((f) => f.lint),
      ),
    };
  });
}

function sizeFigures(texts: readonly string[]): Pick<DomainFigures, "size"> {
  const sizes = (language: Language) =>
    texts.map((text) => {
      const prose = sectionsOf(text, language).map((s) => proseOf(s.text));
      return prose.reduce((sum, s) => sum + (language === "zh" ? hanCount(s) : wordCount(s)), 0);
    });
  return { size: { en: spread(sizes("en")), zh: spread(sizes("zh")) } };
}

type QuizFigures = Pick<
  DomainFigures,
  "items" | "key_places" | "key_sets" | "longest_share" | "true_share" | "outcomes" | "tested"
>;

function quizFigures(concepts: readonly ConceptLint[]): QuizFigures {
  const items = concepts.flatMap((c) => c.quiz);
  const single = items.filter((q) => q.type === "single");
  const places = single.map((q) => q.options.findIndex((o) => o.right));
  const sets = items
    .filter((q) => q.type === "multiple")
    .map((q) => q.options.flatMap((o, at) => (o.right ? [at + 1] : [])).join("+"));
  const verdicts = items.filter((q) => q.type === "true-false").map((q) => q.answer);
  const outcomes = concepts.flatMap((c) => c.head?.outcomes.map((o) => c.quiz.some((q) => q.tests.includes(o.id))) ?? []);
  return {
    items: counts(items.map((q) => q.type)),
    key_places: Array.from({ length: Math.max(0, ...places) + 1 }, (_, at) => places.filter((p) => p === at).length),
    key_sets: counts(sets),
    longest_share: share(single.map(isKeyLongest)),
    true_share: share(verdicts.map((answer) => answer === true)),
    outcomes: outcomes.length,
    tested: outcomes.filter(Boolean).length,
  };
}

function planFigures(
  map: CatalogueMap,
  domain: string,
  concepts: readonly ConceptLint[],
): Pick<DomainFigures, "concepts" | "projects" | "hours" | "depth"> {
  const heads = concepts.flatMap((c) => c.head ?? []);
  const sum = (which: keyof Hours) => heads.reduce((total, h) => total + h.hours[which], 0);
  const depths = new Map<string, number>();
  return {
    concepts: heads.length,
    projects: heads.filter((h) => h.kind === "project").length,
    hours: { low: sum("low"), likely: sum("likely"), high: sum("high") },
    depth: Math.max(0, ...heads.map((h) => depthOf(map.concepts, h.id, depths))),
  };
}

function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

const share = (flags: readonly boolean[]): number => flags.filter(Boolean).length / (flags.length || 1);

const counts = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(words.toSorted(), (w) => w)].map(([word, list]) => [word, list.length]));
