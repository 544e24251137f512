import type { Catalogue } from "@wayfinder/catalogue";
import type { Left, StepDefinition, StepRequest, Workflow } from "@wayfinder/engine";
import { CONTENT_KINDS, type ContentKind, type StepName } from "@wayfinder/protocol";
import type { ModelKit } from "./model/kit.ts";
import { change, changeStep } from "./model-steps/change.ts";
import { contentUnit } from "./model-steps/content-unit.ts";
import { firstPath, newPath, placesOf, unitOf, unitsLeft, unitStep } from "./model-steps/content-units.ts";
import { curriculumDesign as designByModel } from "./model-steps/curriculum-design.ts";
import { humanReview as reviewBeforeModel, reviewed as reviewedBeforeModel } from "./model-steps/human-review.ts";
import { intentAnalysis as analysisByModel } from "./model-steps/intent-analysis.ts";
import { roadmapEdit } from "./model-steps/roadmap-edit.ts";
import { structureValidation as validationByModel } from "./model-steps/structure-validation.ts";
import { writeUnit } from "./model-steps/write-unit.ts";
import { contentGeneration } from "./steps/content-generation.ts";
import { curriculumDesign } from "./steps/curriculum-design.ts";
import { humanReview, reviewed } from "./steps/human-review.ts";
import { intentAnalysis } from "./steps/intent-analysis.ts";
import { structureValidation } from "./steps/structure-validation.ts";
import { unitOfCatalogue } from "./steps/unit-of-catalogue.ts";

/** A new version of one unit: what the person wants of it, and the text there is. */
export interface Regeneration {
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
  /** Writes one unit anew; empty when the roadmap has no such concept, and while the unit's first text is written: that would end up on top of it. */
  regenerate(left: Left, wish: Regeneration): StepRequest[];
  /** Writes what of these concepts, and of this kind where one is given, has no content and is not about to be written. */
  content(left: Left, asked: { readonly concept_ids: readonly string[]; readonly kind?: ContentKind }): StepRequest[];
  /** Tries a roadmap again (PL7): all content that is missing in it as it is now; before any was begun, its journal from the start. */
  retry(left: Left): readonly StepRequest[];
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
  const unitDefinition = contentUnit(unitOfCatalogue(catalogue, writeUnit(kit)));
  const byModel: Definitions = {
    intent_analysis: analysisByModel(kit),
    curriculum_design: designByModel(kit),
    structure_validation: validationByModel(kit),
    roadmap_edit: roadmapEdit(kit),
    human_review: reviewBeforeModel,
    content_generation: unitDefinition,
  };
  const changeDefinition = change(kit);
  const first: readonly StepRequest[] = [{ path: "intent_analysis", name: "intent_analysis", input: null }];
  return {
    first: () => first,
    definition({ name, lease, task }) {
      if (lease.path.startsWith("change/")) return changeDefinition;
      // whatever is written after a catalogue's generation is written unit by unit, too
      if (/^(content|regenerate)\//.test(lease.path)) return unitDefinition;
      const definition = (task.goal.source === "model" ? byModel : byCatalogue)[name];
      if (!definition) throw new Error(`No worker runs the step ${name}.`);
      return definition;
    },
    review: (decision, waiting) =>
      waiting.task.goal.source === "model" ? reviewedBeforeModel(decision, waiting) : reviewed(decision, waiting),
    change: (input) => [changeStep(input)],
    regenerate({ roadmap, open }, { concept_id, kind, key, ...wish }) {
      const unit = unitOf(concept_id, kind);
      const place = roadmap && placesOf(roadmap).find(({ concept }) => concept.concept_id === concept_id);
      if (!place || open.includes(firstPath(unit))) return [];
      return [unitStep({ roadmap_id: roadmap.roadmap_id, kind, place, ...wish }, newPath(unit, key))];
    },
    content(left, { concept_ids, kind }) {
      const kinds = kind === undefined ? CONTENT_KINDS : [kind];
      const asked = new Set(concept_ids.flatMap((id) => kinds.map((each) => unitOf(id, each))));
      return unitsLeft(left, (unit) => asked.has(unit));
    },
    retry: (left) => (left.begun ? unitsLeft(left) : first),
  };
}
