import type { Language, QuizItem, Resource } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { sectionsOf } from "../concept-body.ts";
import { quizOf } from "./quiz-of.ts";

/** What there is to learn a concept by. */
export interface ConceptContent {
  /** Markdown without the title: a heading of the second level for each section. */
  readonly tutorial: string;
  /** In the learner's language; for a Chinese reader those in English follow, since most documentation is read in it. */
  readonly resources: readonly Resource[];
  readonly quiz: readonly QuizItem[];
}

/** The content of a published concept in a language. Throws RangeError for an id that is not published. */
export function contentOf(catalogue: Catalogue, concept_id: string, language: Language): ConceptContent {
  const concept = catalogue.concepts.get(concept_id);
  if (!concept) throw new RangeError(`the catalogue has no published concept "${concept_id}"`);
  return contentOfConcept(concept, language);
}

/** The content of a concept, published or not. Throws `CatalogueFileError` if its quiz cannot be read. */
export const contentOfConcept = (concept: CatalogueConcept, language: Language): ConceptContent => ({
  tutorial: tutorialOf(concept, language),
  resources: resourcesOf(concept, language),
  quiz: quizOf(concept, language),
});

const tutorialOf = (concept: CatalogueConcept, language: Language): string =>
  sectionsOf(concept.body, language)
    .map((section) => `## ${section.name}\n\n${section.text.trim()}\n`)
    .join("\n");

function resourcesOf(concept: CatalogueConcept, language: Language): readonly Resource[] {
  const resources = concept.resources.map(({ lang, url, ...r }): Resource => ({
    title: r.title,
    publisher: r.publisher,
    kind: r.kind,
    language: lang,
    find: r.find,
    ...(url === undefined ? {} : { url }),
    checked_on: concept.checked_on,
  }));
  const own = resources.filter((r) => r.language === language);
  return language === "zh" ? [...own, ...resources.filter((r) => r.language !== language)] : own;
}
