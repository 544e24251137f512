import type { Catalogue } from "@wayfinder/catalogue";
import type { StepDefinition, Workflow } from "@wayfinder/engine";
import type { StepName } from "@wayfinder/protocol";
import { contentGeneration } from "./steps/content-generation.ts";
import { curriculumDesign } from "./steps/curriculum-design.ts";
import { humanReview, reviewed } from "./steps/human-review.ts";
import { intentAnalysis } from "./steps/intent-analysis.ts";
import { structureValidation } from "./steps/structure-validation.ts";

/** How a roadmap is generated, from goal to content (ROADMAP, "Pipeline"). */
export function createWorkflow({ catalogue }: { catalogue: Catalogue }): Workflow {
  const definitions: Partial<Record<StepName, StepDefinition>> = {
    intent_analysis: intentAnalysis(catalogue),
    curriculum_design: curriculumDesign(catalogue),
    structure_validation: structureValidation(catalogue),
    human_review: humanReview,
    content_generation: contentGeneration(catalogue),
  };
  return {
    first: () => [{ path: "intent_analysis", name: "intent_analysis", input: null }],
    definition({ name }) {
      const definition = definitions[name];
      if (!definition) throw new Error(`No worker runs the step ${name}.`);
      return definition;
    },
    review: reviewed,
  };
}
