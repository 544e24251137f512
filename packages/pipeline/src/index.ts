export { callAnswer, questionWithWorst } from "./model/call-cost.ts";
export type * from "./model/kit.ts";
export { MODEL_ROLES } from "./model/model.ts";
export type * from "./model/model.ts";
export { ModelError, type ModelErrorKind } from "./model/model-error.ts";
export { outlineOf } from "./outline/outline-events.ts";
export { planContext } from "./outline/sound-draft.ts";
export { promptVersions } from "./prompts/prompt-versions.ts";
export { createWorkflow, type Regeneration, type RoadmapWorkflow } from "./workflow.ts";
