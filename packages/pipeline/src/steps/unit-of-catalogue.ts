import { contentOf, type Catalogue } from "@wayfinder/catalogue";
import type { Json } from "@wayfinder/engine";
import type { Goal } from "@wayfinder/protocol";
import { NO_TEXT, type WriteUnit } from "../model-steps/content-unit.ts";
import { isAnew, type UnitInput } from "../model-steps/content-units.ts";

/** Writes a unit of a concept that came from the catalogue out of the catalogue; any other, which was added later, the other way. */
export const unitOfCatalogue =
  (catalogue: Catalogue, otherwise: WriteUnit): WriteUnit =>
  async (writing) => {
    const { goal, input, context } = writing;
    if (goal.source !== "catalogue" || isAnew(context.step.lease) || !isOfCatalogue(catalogue, input, goal))
      return otherwise(writing);
    const { concept_id } = input.place.concept;
    const { tutorial, resources, quiz } = contentOf(catalogue, concept_id, goal.language);
    const bodies = { tutorial: { markdown: tutorial }, resources: { items: resources }, quiz: { items: quiz } };
    return {
      output: input.kind === "tutorial" ? { text: tutorial, told: false } : NO_TEXT,
      writes: [{ kind: "content", concept_id, content: input.kind, body: bodies[input.kind] as unknown as Json }],
    };
  };

/** The outcomes tell: another concept may have been given the same id by its name. */
function isOfCatalogue({ concepts }: Catalogue, { place: { concept } }: UnitInput, { language }: Goal): boolean {
  const outcomes = concepts.get(concept.concept_id)?.outcomes ?? [];
  return outcomes.some((outcome) => concept.outcomes.includes(outcome[language]));
}
