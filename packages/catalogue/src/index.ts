export type { Catalogue } from "./catalogue.ts";

export { contentOf, type ConceptContent } from "./content/content-of.ts";
export { cataloguePage } from "./explore/catalogue-page.ts";
export { catalogueView } from "./explore/catalogue-view.ts";
export { DATA_DIR, loadCatalogue } from "./load-catalogue.ts";
export { type Coverage, type GoalMatch, matchGoal } from "./match/match-goal.ts";
export { type KnownSkills, matchSkills } from "./match/match-skills.ts";
export { analyseGoal, type CatalogueRefusal, type GoalAnalysis } from "./plan/analyse-goal.ts";
export { designCurriculum } from "./plan/design-curriculum.ts";
export { estimatePlan } from "./plan/estimate-plan.ts";
export { planDraft } from "./plan/plan-draft.ts";
export { type CatalogueResult, planRoadmap } from "./plan/plan-roadmap.ts";
export { previewList } from "./preview/preview-list.ts";
export { previewPage, previewQuizItem } from "./preview/preview-page.ts";
export { CatalogueFileError } from "./problem-line.ts";
export { topics } from "./topics.ts";
