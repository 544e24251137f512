import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileFinding, Language, PreviewPage, QuizItem } from "@wayfinder/protocol";
import type { CatalogueConcept } from "../catalogue-concept.ts";
import type { CatalogueMap } from "../catalogue-map.ts";
import { quizOf } from "../content/quiz-of.ts";
import { cataloguePage } from "../explore/catalogue-page.ts";
import { lintConcept } from "../lint/lint-concept.ts";
import { makeCatalogue, readConcept } from "../load-catalogue.ts";
import { CatalogueFileError } from "../problem-line.ts";
import { conceptFile, mapOf } from "./concept-file.ts";

/**
 * A concept's file as it stands in the folder at this moment: the learner's page of it, and what the linter says. The page is null while the
 * file cannot be read; the first finding then says why. Published or not, in the map or not yet. Null when there is no such file.
 */
export function previewPage(dir: string, concept_id: string, language: Language): PreviewPage | null {
  const path = conceptFile(dir, concept_id);
  if (path === null) return null;
  const text = readFileSync(join(dir, path), "utf8");
  const map = mapOf(dir);
  const found = lintConcept(path, text, map).problems.map(finding);
  try {
    const concept = readConcept(path, text);
    const catalogue = makeCatalogue(map, new Map([[concept.id, concept]]));
    return { concept_id, path, findings: found, page: cataloguePage(catalogue, inMap(concept, map), language) };
  } catch (error) {
    if (!(error instanceof CatalogueFileError)) throw error;
    const said = found.some(({ line, rule }) => line === error.problem.line && rule === error.problem.rule);
    return { concept_id, path, findings: said ? found : [finding(error.problem), ...found], page: null };
  }
}

/** One item of the quiz as the file has it at this moment; null when it cannot be read or is not there. */
export function previewQuizItem(
  dir: string,
  concept_id: string,
  place: { language: Language; item_id: string },
): QuizItem | null {
  const path = conceptFile(dir, concept_id);
  if (path === null) return null;
  try {
    const concept = readConcept(path, readFileSync(join(dir, path), "utf8"));
    return quizOf(concept, place.language).find((item) => item.item_id === place.item_id) ?? null;
  } catch (error) {
    if (error instanceof CatalogueFileError) return null;
    throw error;
  }
}

/** Prerequisites that are nowhere yet are the linter's to name; the page leaves them out. */
const inMap = (concept: CatalogueConcept, map: CatalogueMap): CatalogueConcept => ({
  ...concept,
  hard: concept.hard.filter((id) => map.concepts.has(id)),
  soft: concept.soft.filter((id) => map.concepts.has(id)),
});

const finding = ({ path, line, rule, message }: FileFinding): FileFinding => ({ path, line, rule, message });
