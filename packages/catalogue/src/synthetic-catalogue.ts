import type { Level } from "@wayfinder/protocol";
import type { CatalogueConcept } from "./catalogue-concept.ts";
import type { CatalogueGoal, CatalogueMap, CatalogueModule, MapConcept } from "./catalogue-map.ts";
import type { Catalogue } from "./catalogue.ts";
import { endsOf } from "./closure.ts";
import { HEADINGS } from "./concept-body.ts";
import { makeCatalogue } from "./load-catalogue.ts";

/** The goal that leads to every concept of a synthetic catalogue. */
export const SYNTHETIC_GOAL = "learn everything there is";

const CONCEPTS_PER_MODULE = 7;
const MODULES_PER_DOMAIN = 6;
/** Prerequisites are taken from this many concepts before, so that depth grows as it does in a real domain. */
const REACH = 40;
const LEVELS = ["beginner", "intermediate", "advanced"] as const satisfies readonly Level[];

/** A catalogue of `n` made-up concepts for tests and measurements: acyclic, without redundant edges, the same for the same seed. */
export function syntheticCatalogue(n: number, seed: number): Catalogue {
  const below = numbersFrom(seed);
  const concepts = new Map<string, MapConcept>();
  const modules = new Map<string, CatalogueModule & { concepts: string[] }>();
  const above: Set<number>[] = [];
  for (let i = 0; i < n; i++) {
    const module = `topic-${Math.floor(i / CONCEPTS_PER_MODULE)}`;
    const domain = `field-${Math.floor(i / CONCEPTS_PER_MODULE / MODULES_PER_DOMAIN)}`;
    const hard = prerequisites(i, above, below);
    above.push(new Set(hard.flatMap((p) => [p, ...(above[p] ?? [])])));
    const likely = 1 + below(16) / 4;
    concepts.set(`c-${i}`, {
      id: `c-${i}`,
      title: { en: wordOf(i), zh: `知识${wordOf(i)}` },
      domain,
      module,
      level: LEVELS[below(LEVELS.length)] ?? "beginner",
      hours: { low: likely * 0.5, likely, high: likely * 1.5 },
      value: 1 + below(5),
      hard: hard.map((p) => `c-${p}`),
      soft: [],
      line: i + 1,
    });
    const known = modules.get(module) ?? {
      id: module,
      domain,
      title: { en: `Topic ${module}`, zh: `主题 ${module}` },
      concepts: [],
    };
    modules.set(module, known);
    known.concepts.push(`c-${i}`);
  }
  const goal = goalOver(concepts);
  return complete({ concepts, modules, domains: domainsOf(modules), goals: [goal], outside: [] }, new Map());
}

/** The map of a catalogue as if every concept were written: those that are not get a stand-in text. */
export const completedCatalogue = (catalogue: Catalogue): Catalogue => complete(catalogue.map, catalogue.concepts);

const complete = (map: CatalogueMap, written: ReadonlyMap<string, CatalogueConcept>): Catalogue =>
  makeCatalogue(map, new Map([...map.concepts.values()].map((c) => [c.id, written.get(c.id) ?? standIn(c)])));

function prerequisites(i: number, above: readonly ReadonlySet<number>[], below: (limit: number) => number): number[] {
  const wanted = new Set(Array.from({ length: i === 0 ? 0 : below(4) }, () => Math.max(0, i - 1 - below(REACH))));
  return [...wanted].filter((p) => ![...wanted].some((q) => q !== p && above[q]?.has(p)));
}

function goalOver(concepts: ReadonlyMap<string, MapConcept>): CatalogueGoal {
  const targets = endsOf(concepts, new Set(concepts.keys()));
  const title = { en: "Everything", zh: "全部内容" };
  return { id: "everything", title, needs: [], targets, aliases: { en: [SYNTHETIC_GOAL], zh: ["学会全部内容"] }, line: 1 };
}

const domainsOf = (modules: ReadonlyMap<string, CatalogueModule>): CatalogueMap["domains"] =>
  new Map(
    [...Map.groupBy(modules.values(), (m) => m.domain)].map(([id, list]) => [
      id,
      { id, title: { en: id, zh: id }, modules: list.map((m) => m.id) },
    ]),
  );

/** A concept with the facts of its row and a text that only fills its place. */
function standIn({ line: _, ...row }: MapConcept): CatalogueConcept {
  const text = (language: "en" | "zh") =>
    HEADINGS[language].map((heading, i) => `${i === 0 ? "#" : "##"} ${heading}\n\n${row.title[language]}.\n`).join("\n");
  return {
    ...row,
    kind: row.title.en.startsWith("Project:") ? "project" : "concept",
    aliases: { en: [], zh: [] },
    tags: [],
    outcomes: [{ id: "o1", en: `Use ${row.title.en}`, zh: `会用${row.title.zh}` }],
    resources: [],
    checked_on: "2026-01-01",
    path: `${row.id}.md`,
    body: `${text("en")}\n${text("zh")}`,
    body_line: 1,
  };
}

const SYLLABLES =
  "ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu ka ke ki ko ku la le li lo lu ma me mi mo mu".split(" ");

/** A made-up word for a number, different for each and unlike its neighbours. */
function wordOf(i: number): string {
  const size = SYLLABLES.length;
  const mixed = (i * 7919 + 104_729) % size ** 4; // a prime step visits every four-syllable word before one comes again
  return [mixed, mixed / size, mixed / size ** 2, mixed / size ** 3].map((x) => SYLLABLES[Math.floor(x) % size]).join("");
}

/** Whole numbers from 0 below a limit, the same for the same seed (a linear congruential generator, constants of Numerical Recipes). */
function numbersFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
