import { curriculumDesignPrompt } from "./curriculum-design.ts";
import { intentAnalysisPrompt } from "./intent-analysis.ts";
import type { PromptFamily } from "./prompt-family.ts";
import { quizPrompt } from "./quiz.ts";
import { resourcesPrompt } from "./resources.ts";
import { roadmapEditPrompt } from "./roadmap-edit.ts";
import { structureCritiquePrompt } from "./structure-critique.ts";
import { tutorialPrompt } from "./tutorial.ts";

/** Every prompt that a task may use. */
export const PROMPT_FAMILIES: readonly PromptFamily[] = [
  intentAnalysisPrompt,
  curriculumDesignPrompt,
  structureCritiquePrompt,
  roadmapEditPrompt,
  tutorialPrompt,
  resourcesPrompt,
  quizPrompt,
];

/** The version of each prompt that a task which begins now pins, by id. */
export const promptVersions = (families: readonly PromptFamily[] = PROMPT_FAMILIES): Record<string, string> =>
  Object.fromEntries(families.map(({ id, newest }) => [id, newest.version]));
