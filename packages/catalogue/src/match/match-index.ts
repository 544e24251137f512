import type { Language } from "@wayfinder/protocol";
import MiniSearch from "minisearch";
import type { Bilingual } from "../bilingual.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import type { CatalogueMap, MapConcept } from "../catalogue-map.ts";
import { hanCore, isStopWord, stopWords } from "./stop-words.ts";
import { type Owner, type Phrase, phraseOf, titlePhrase } from "./phrase.ts";
import { type ShortName, shortNames } from "./context.ts";
import { tokenText } from "./tokens.ts";

/** Everything a goal is matched against, made once when the catalogue is read. */
export interface MatchIndex {
  /** Phrases by one of their words; those of Han characters only stand under the empty word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Phrases by their exact key. */
  readonly exact: ReadonlyMap<string, readonly Phrase[]>;
  /** Every word of any phrase: a word found here is spelt right. */
  readonly vocabulary: ReadonlySet<string>;
  /** Words that alone name a goal or a subject outside, such as "javascript": a slip of the keyboard in them is forgiven first. */
  readonly subjects: readonly string[];
  /** Those, and words that alone name a module or domain. */
  readonly topicWords: ReadonlySet<string>;
  /** Other words so long that a slip makes none of their neighbours. */
  readonly longWords: readonly string[];
  /** What concepts are called among others of their subject, by one of the words; made when it is first asked for. */
  readonly shortNames: () => ReadonlyMap<string, readonly ShortName[]>;
  /** Subjects that are not covered, as keys, with the concepts nearest to them. */
  readonly outside: ReadonlyMap<string, readonly string[]>;
  /** Full text over titles, aliases, tags and outcomes in both languages; made when it is first asked for. */
  readonly search: () => MiniSearch;
  /** What the title, aliases and tags of each published concept say, by id. */
  readonly words: ReadonlyMap<string, ConceptWords>;
  /** Titles of concepts that no other concept has, by id: two are called "Functions". */
  readonly titles: ReadonlyMap<string, Bilingual>;
}

/** The words of a concept, and its Chinese texts in one string. */
export interface ConceptWords {
  readonly words: ReadonlySet<string>;
  readonly han: string;
}

/** Letters from which on a word that is not a subject forgives a slip. */
const LONG_WORD = 7;

/** Makes the index of a map and its published concepts. */
export function matchIndex(map: CatalogueMap, concepts: ReadonlyMap<string, CatalogueConcept>): MatchIndex {
  const titles = distinctTitles(map);
  const all = [...goalPhrases(map), ...groupPhrases(map), ...conceptPhrases(map, concepts, titles)];
  const soleWord = (p: Phrase) => (p.owner.kind !== "concept" && p.words.length === 1 && p.han.length === 0 ? p.words : []);
  const goals = all.filter((p) => p.owner.kind === "goal");
  const soleHan = (p: Phrase) => (p.owner.kind === "goal" && p.words.length === 0 && p.han.length === 1 ? p.han : []);
  const vocabulary = new Set(all.flatMap((p) => p.words));
  const outside = new Map(map.outside.flatMap((o) => o.asked.flatMap(outsideKeys).map((key) => [key, o.nearest] as const)));
  const outsideWords = [...outside.keys()].flatMap((key) => key.split(" "));
  const subjects = [...goals.flatMap(soleWord), ...[...outside.keys()].filter((key) => /^[a-z]+$/.test(key))];
  return {
    phrases: Map.groupBy(all, (p) => p.words[0] ?? ""),
    exact: Map.groupBy(
      all.filter((p) => p.key !== ""),
      (p) => p.key,
    ),
    vocabulary: new Set([...vocabulary, ...subjects, ...outsideWords]),
    subjects: [...new Set(subjects)],
    topicWords: new Set([...all.flatMap(soleWord), ...subjects]),
    longWords: [...vocabulary, ...stopWords()].filter((word) => word.length >= LONG_WORD),
    outside,
    shortNames: once(() => {
      const named = new Set([...subjects, ...all.flatMap(soleHan)]);
      return Map.groupBy(
        [...concepts.values()].flatMap((c) => shortNames(c, named)),
        ({ phrase }) => phrase.words[0] ?? "",
      );
    }),
    search: once(() => searchIndex(concepts, titles)),
    words: new Map([...concepts.values()].map((c) => [c.id, conceptWords(c)])),
    titles,
  };
}

function conceptWords(c: CatalogueConcept): ConceptWords {
  const { tokens } = tokenText([c.title.en, c.title.zh, ...c.aliases.en, ...c.aliases.zh, ...c.tags].join("\n"));
  const texts = (kind: "word" | "han") => tokens.filter((t) => t.kind === kind).map((t) => t.text);
  return { words: new Set(texts("word")), han: texts("han").join("\n") };
}

/** "learn java" and "java" are one subject; "learn go" and "go" are not, because everybody goes somewhere. */
function outsideKeys(asked: string): string[] {
  const { tokens, key } = tokenText(asked);
  const from = tokens.findIndex((t) => !(t.kind === "word" && isStopWord(t.text)) && t.text !== "学");
  const core = tokens.slice(from).map((t) => t.text);
  const isNamed = from >= 0 && /\p{L}/u.test(core[0] ?? "") && hanCore(core[0] ?? "") !== "";
  return isNamed ? [...new Set([key, core.join(" ")])] : [key];
}

const titlePhrases = (owner: Owner, text: Bilingual): Phrase[] => [titlePhrase(owner, text.en), titlePhrase(owner, text.zh)];

const goalPhrases = (map: CatalogueMap): Phrase[] =>
  map.goals.flatMap((g) => {
    const owner: Owner = { kind: "goal", id: g.id };
    return [g.title.en, g.title.zh, ...g.aliases.en, ...g.aliases.zh].map((a) => phraseOf(owner, a));
  });

/** Titles of domains and modules, and a module's id where it is a word of its title: "html", "css", "git". A lone word is no exact match, so that "Git" means the goal. */
function groupPhrases(map: CatalogueMap): Phrase[] {
  const named = (owner: Owner, title: Bilingual) =>
    titlePhrases(owner, title).map((p) => (p.key.includes(" ") ? p : { ...p, key: "" }));
  const domains = [...map.domains.values()].flatMap((d) => named({ kind: "domain", id: d.id }, d.title));
  const modules = [...map.modules.values()].flatMap((m) => {
    const owner: Owner = { kind: "module", id: m.id };
    const id = phraseOf(owner, m.id);
    const isInTitle = tokenText(m.title.en).tokens.some((t) => t.text === id.key);
    return [...named(owner, m.title), ...(isInTitle ? [{ ...id, key: "" }] : [])];
  });
  return [...domains, ...modules];
}

function conceptPhrases(
  map: CatalogueMap,
  concepts: ReadonlyMap<string, CatalogueConcept>,
  titles: ReadonlyMap<string, Bilingual>,
): Phrase[] {
  return [...map.concepts.values()].flatMap((c) => {
    const owner: Owner = { kind: "concept", id: c.id };
    const aliases = concepts.get(c.id)?.aliases ?? { en: [], zh: [] };
    const named = [c.title, titles.get(c.id) ?? c.title].flatMap((title) => titlePhrases(owner, title));
    return [...named, ...[...aliases.en, ...aliases.zh].map((alias) => titlePhrase(owner, alias))];
  });
}

function distinctTitles(map: CatalogueMap): ReadonlyMap<string, Bilingual> {
  const concepts = [...map.concepts.values()];
  const counts = { en: countBy(concepts, "en"), zh: countBy(concepts, "zh") };
  const title = (c: MapConcept, language: Language): string => {
    const module = map.modules.get(c.module)?.title[language] ?? c.module;
    if ((counts[language].get(c.title[language]) ?? 0) < 2) return c.title[language];
    return language === "en" ? `${c.title.en} (${module})` : `${c.title.zh}（${module}）`;
  };
  return new Map(concepts.map((c) => [c.id, { en: title(c, "en"), zh: title(c, "zh") }]));
}

function countBy(concepts: readonly MapConcept[], language: Language): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const c of concepts) counts.set(c.title[language], (counts.get(c.title[language]) ?? 0) + 1);
  return counts;
}

/** Most starts never search: what is matched by name needs no full text. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function searchIndex(concepts: ReadonlyMap<string, CatalogueConcept>, titles: ReadonlyMap<string, Bilingual>): MiniSearch {
  const search = new MiniSearch({
    fields: ["title", "aliases", "tags", "outcomes"],
    tokenize: searchTerms,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 4, aliases: 3, tags: 2 } },
  });
  search.addAll(
    [...concepts.values()].map((c) => ({
      id: c.id,
      title: `${titles.get(c.id)?.en ?? ""} ${titles.get(c.id)?.zh ?? ""}`,
      aliases: [...c.aliases.en, ...c.aliases.zh].join("\n"),
      tags: c.tags.join(" "),
      outcomes: c.outcomes.map((o) => `${o.en}\n${o.zh}`).join("\n"),
    })),
  );
  return search;
}

/** The terms of a text for full-text search: words without stop words, and the overlapping pairs of the core of each run of Han characters. */
export function searchTerms(text: string): string[] {
  return tokenText(text).tokens.flatMap((t) => {
    if (t.kind === "word") return isStopWord(t.text) ? [] : [t.text];
    const core = hanCore(t.text);
    return Array.from({ length: Math.max(0, core.length - 1) }, (_, i) => core.slice(i, i + 2));
  });
}
