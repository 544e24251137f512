import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { closureOf } from "../closure.ts";
import { targetsOf } from "./owner.ts";
import { type Phrase, coverOf, phraseOf } from "./phrase.ts";
import type { PhraseMatch } from "./phrase-match.ts";
import { isStopWord } from "./stop-words.ts";
import { surenessOf } from "./sureness.ts";
import { positionsOf, type TokenText } from "./tokens.ts";

/** What a concept is called among others of its subject: "remotes" beside Git, "merge" beside pandas. */
export interface ShortName {
  readonly phrase: Phrase;
  readonly module: string;
}

const PARTS = /[:,、：，()（）]|\band\b|与|和|及/u;

/** The short names of a concept: the parts of its title, and its aliases without the words that name a subject. */
export function shortNames(concept: CatalogueConcept, subjects: ReadonlySet<string>): readonly ShortName[] {
  const owner = { kind: "concept", id: concept.id } as const;
  const parts = [concept.title.en, concept.title.zh].flatMap((title) => title.split(PARTS));
  const named = [...parts, ...concept.aliases.en, ...concept.aliases.zh].map((text) => phraseOf(owner, text));
  return named.flatMap((phrase) => {
    const words = phrase.words.filter((word) => !subjects.has(word));
    const han = phrase.han.map((run) => run.slice([...subjects].find((s) => run.startsWith(s))?.length ?? 0));
    const isNamed = words.length + han.length > 0 && !han.includes("");
    return isNamed ? [{ phrase: { ...phrase, words, han }, module: concept.module }] : [];
  });
}

/**
 * Concepts that clauses of a text call by their short names: of the modules that sure names lead through, or, where nothing is sure, those that two
 * short names agree on. Only clauses that say nothing else count: "Git branches and remotes", not "Git and remote islands".
 */
export function contextMatches(catalogue: Catalogue, text: TokenText, matches: readonly PhraseMatch[]): readonly PhraseMatch[] {
  const cover = new Set(matches.flatMap((m) => [...m.cover]));
  const found = shortMatches(catalogue, text).filter(({ match }) => ![...match.cover].every((at) => cover.has(at)));
  const isSure = matches.some((m) => surenessOf(m, text) !== "weak");
  const modules = modulesAround(catalogue, matches);
  const fitting = isSure ? found.filter((f) => modules.has(f.module)) : agreeing(found, text);
  const all = new Set([...cover, ...fitting.flatMap((f) => [...f.match.cover])]);
  const full = new Set(
    text.clauses
      .keys()
      .filter((clause) =>
        text.tokens.every(
          (t) => t.clause !== clause || (t.kind === "word" && isStopWord(t.text)) || positionsOf(t).some((at) => all.has(at)),
        ),
      ),
  );
  const kept = fitting.filter(({ match }) =>
    text.tokens.every((t) => full.has(t.clause) || !positionsOf(t).some((at) => match.cover.has(at))),
  );
  return unambiguous(kept.map((f) => f.match));
}

interface Found {
  readonly match: PhraseMatch;
  readonly module: string;
}

function shortMatches({ index }: Catalogue, text: TokenText): Found[] {
  const words = new Set(text.tokens.flatMap((t) => (t.kind === "word" ? [t.text] : [])));
  const names = index.shortNames();
  return ["", ...words].flatMap((word) =>
    (names.get(word) ?? []).flatMap(({ phrase, module }) => {
      const cover = coverOf(phrase, text.tokens);
      return cover === null ? [] : [{ match: { owner: phrase.owner, cover, phrase, exact: false }, module }];
    }),
  );
}

/** The modules on the way to what the names mean, within their own domains. */
function modulesAround(catalogue: Catalogue, matches: readonly PhraseMatch[]): ReadonlySet<string> {
  const { concepts } = catalogue.map;
  const targets = matches.flatMap((m) => targetsOf(catalogue, m.owner));
  const domains = new Set(targets.map((id) => concepts.get(id)?.domain));
  const around = [...closureOf(concepts, targets)].flatMap((id) => concepts.get(id) ?? []);
  return new Set(around.filter((c) => domains.has(c.domain)).map((c) => c.module));
}

/** Those whose module two of them name by different words; parts of one run of Han characters are not two. */
function agreeing(found: readonly Found[], text: TokenText): readonly Found[] {
  const places = Map.groupBy(found, (f) => f.module);
  const tokensOf = ({ match }: Found) => text.tokens.filter((t) => positionsOf(t).some((at) => match.cover.has(at)));
  return found.filter((f) => {
    const own = tokensOf(f);
    return places.get(f.module)?.some((other) => tokensOf(other).every((t) => !own.includes(t)));
  });
}

/** Without those whose words may mean another concept as well. */
function unambiguous(matches: readonly PhraseMatch[]): readonly PhraseMatch[] {
  const groups = Map.groupBy(matches, (m) => [...m.cover].toSorted((a, b) => a - b).join(","));
  return [...groups.values()].flatMap((group) => (new Set(group.map((m) => m.owner.id)).size === 1 ? group.slice(0, 1) : []));
}
