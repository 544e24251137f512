import type { CataloguePage, Language, QuizItem } from "@wayfinder/protocol";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import { contentOfConcept } from "../content/content-of.ts";
import { summaryOf } from "../content/summary.ts";
import { difficultyOfLevel } from "../plan/path-type.ts";
import { goalOf } from "./domain-map.ts";

/** A concept as it is read without a roadmap: the same text, resources and quiz as in one. Questions come without their keys (PR11). Throws `CatalogueFileError` if its quiz cannot be read. */
export function cataloguePage(catalogue: Catalogue, concept: CatalogueConcept, language: Language): CataloguePage {
  const { map } = catalogue;
  const { tutorial, resources, quiz } = contentOfConcept(concept, language);
  const ready = { status: "ready" } as const;
  return {
    language,
    source: "catalogue",
    goal: goalOf(catalogue, concept, language),
    domain: { id: concept.domain, title: map.domains.get(concept.domain)?.title[language] ?? concept.domain },
    module: { module_id: concept.module, name: map.modules.get(concept.module)?.title[language] ?? concept.module },
    concept: {
      concept_id: concept.id,
      name: concept.title[language],
      description: summaryOf(concept, language),
      hours: concept.hours,
      difficulty: difficultyOfLevel(concept.level),
      prerequisites: [
        ...concept.hard.map((concept_id) => ({ concept_id, kind: "hard" as const })),
        ...concept.soft.map((concept_id) => ({ concept_id, kind: "soft" as const })),
      ],
      outcomes: concept.outcomes.map((o) => o[language]),
      keywords: [...concept.tags],
      content: { tutorial: ready, resources: ready, quiz: ready },
    },
    tutorial: { ...ready, markdown: tutorial },
    resources: { ...ready, items: [...resources] },
    quiz: { ...ready, items: quiz.map(withoutKey), results: [] },
  };
}

const withoutKey = ({ item_id, type, question, options }: QuizItem) => ({ item_id, type, question, options });
