import type { Catalogue } from "@wayfinder/catalogue";
import type { StepDefinition, StepRequest, Workflow } from "@wayfinder/engine";
import type { ContentKind, Roadmap, StepName } from "@wayfinder/protocol";
import type { ModelKit } from "./model/kit.ts";
import { change, changeStep } from "./model-steps/change.ts";
import { contentUnit, contentUnits, placesOf, unitOf, unitStep } from "./model-steps/content-unit.ts";
import { curriculumDesign as designByModel } from "./model-steps/curriculum-design.ts";
import { humanReview as reviewBeforeModel, reviewed as reviewedBeforeModel } from "./model-steps/human-review.ts";
import { intentAnalysis as analysisByModel } from "./model-steps/intent-analysis.ts";
import { roadmapEdit } from "./model-steps/roadmap-edit.ts";
import { structureValidation as validationByModel } from "./model-steps/structure-validation.ts";
import { contentGeneration } from "./steps/content-generation.ts";
import { curriculumDesign } from "./steps/curriculum-design.ts";
import { humanReview, reviewed } from "./steps/human-review.ts";
import { intentAnalysis } from "./steps/intent-analysis.ts";
import { structureValidation } from "./steps/structure-validation.ts";

/** A new version of one unit: what the person wants of it, and the text there is. */
export interface Regeneration {
  readonly roadmap: Roadmap;
  readonly concept_id: string;
  readonly kind: ContentKind;
  /** Tells this version from others in the journal. */
  readonly key: string;
  readonly instruction?: string;
  readonly previous?: string;
}

/** How a roadmap is generated, from goal to content, and what can be asked of a finished one (ROADMAP, "Pipeline"). */
export interface RoadmapWorkflow extends Workflow {
  /** Proposes a change for a request in words. */
  change(input: { readonly change_id: string; readonly request: string }): StepRequest[];
  /** Writes one unit anew; empty when the roadmap has no such concept. */
  regenerate(input: Regeneration): StepRequest[];
  /** Writes the content of concepts that have none. */
  content(input: { readonly roadmap: Roadmap; readonly concept_ids: readonly string[] }): StepRequest[];
}

type Definitions = Readonly<Partial<Record<StepName, StepDefinition>>>;

/** The workflow over the catalogue and, for tasks whose source is a model, over the models of the kit. */
export function createWorkflow({ catalogue, kit }: { catalogue: Catalogue; kit: ModelKit }): RoadmapWorkflow {
  const byCatalogue: Definitions = {
    intent_analysis: intentAnalysis(catalogue),
    curriculum_design: curriculumDesign(catalogue),
    structure_validation: structureValidation(catalogue),
    human_review: humanReview,
    content_generation: contentGeneration(catalogue),
  };
  const byModel: Definitions = {
    intent_analysis: analysisByModel(kit),
    curriculum_design: designByModel(kit),
    structure_validation: validationByModel(kit),
    roadmap_edit: roadmapEdit(kit),
    human_review: reviewBeforeModel,
    content_generation: contentUnit(kit),
  };
  const changeDefinition = change(kit);
  const unitDefinition = contentUnit(kit);
  return {
    first: () => [{ path: "intent_analysis", name: "intent_analysis", input: null }],
    definition({ name, lease, task }) {
      if (lease.path.startsWith("change/")) return changeDefinition;
      // a unit of a catalogue's roadmap that was asked for later comes from a model too
      if (/^(content|regenerate)\//.test(lease.path)) return unitDefinition;
      const definition = (task.goal.source === "model" ? byModel : byCatalogue)[name];
      if (!definition) throw new Error(`No worker runs the step ${name}.`);
      return definition;
    },
    review: (decision, waiting) =>
      waiting.task.goal.source === "model" ? reviewedBeforeModel(decision, waiting) : reviewed(decision, waiting),
    change: (input) => [changeStep(input)],
    regenerate({ roadmap, concept_id, kind, key, ...wish }) {
      const place = placesOf(roadmap).find(({ concept }) => concept.concept_id === concept_id);
      if (!place) return [];
      const input = { roadmap_id: roadmap.roadmap_id, kind, place, total: 1, ...wish };
      return [unitStep(input, `regenerate/${unitOf(concept_id, kind)}/${key}`)];
    },
    content: ({ roadmap, concept_ids }) => contentUnits(roadmap, new Set(concept_ids)),
  };
}
