export { jsonSchemaOf } from "./answer/json-schema.ts";
export { withoutThinking } from "./answer/object-texts.ts";
export { readAnswer } from "./answer/read-answer.ts";
export { structureOfText } from "./outline/structure-of-text.ts";
export { curriculumDesignPrompt } from "./prompts/curriculum-design.ts";
export { IntentAnswer } from "./prompts/intent-analysis.ts";
export { learnerData } from "./prompts/learner-data.ts";
export { DATA_RULE, dataBlock } from "./prompts/prompt.ts";
