import { z } from "zod";
import { AnyLine, AnyParagraph, Line, Name } from "../answer/answer-text.ts";

/** A concept as a model writes it: prerequisites by name, because names are what it can keep apart. */
export const ConceptAnswer = z.object({
  name: Name.describe("Short and unique in the whole roadmap."),
  description: AnyParagraph.optional().describe("One or two sentences: what it is and why it is needed here."),
  hours: z.number().optional().describe("Likely hours of study with practice, for this learner."),
  difficulty: z.string().optional().describe("easy, medium or hard."),
  prerequisites: z
    .array(AnyLine)
    .optional()
    .describe("Names of earlier concepts of this roadmap without which this one cannot be understood."),
  helpful: z.array(AnyLine).optional().describe("Names of earlier concepts that help, but are not needed."),
  outcomes: z.array(AnyLine).optional().describe("What the learner can do afterwards; 1 to 3, each checkable."),
  keywords: z.array(AnyLine).optional(),
  optional: z.boolean().optional().describe("True only if the goal is reached without it."),
});
export type ConceptAnswer = z.infer<typeof ConceptAnswer>;

export const ModuleAnswer = z.object({
  name: Name,
  description: AnyParagraph.optional(),
  concepts: z.array(ConceptAnswer),
});

export const StageAnswer = z.object({
  name: Name,
  description: AnyParagraph.optional(),
  modules: z.array(ModuleAnswer),
});

/** A whole structure as a model writes it. Names come before lists, so that a node can be shown when it begins. */
export const OutlineAnswer = z.object({
  title: AnyLine.optional(),
  outcomes: z
    .array(z.object({ text: Line, concepts: z.array(AnyLine).optional().describe("Names of the concepts that lead there.") }))
    .optional(),
  stages: z.array(StageAnswer),
});
export type OutlineAnswer = z.infer<typeof OutlineAnswer>;

/** Under which other names models return the fields of an outline. */
export const OUTLINE_ALIASES: Readonly<Record<string, readonly string[]>> = {
  name: ["title", "label", "concept", "concept_name", "stage_name", "module_name", "topic", "heading", "名称", "标题"],
  description: ["summary", "desc", "details", "overview", "about", "goal", "描述", "说明"],
  stages: ["phases", "parts", "steps", "levels", "roadmap", "curriculum", "阶段"],
  modules: ["units", "sections", "topics", "courses", "模块"],
  concepts: ["lessons", "items", "skills", "subtopics", "knowledge_points", "topics", "知识点"],
  hours: ["estimated_hours", "duration", "time", "hours_likely", "study_hours", "学时"],
  difficulty: ["level"],
  prerequisites: ["requires", "depends_on", "dependencies", "prereqs", "needs", "prerequisite", "先修"],
  helpful: ["recommended", "soft_prerequisites", "related"],
  outcomes: ["learning_outcomes", "objectives", "goals", "learning_objectives"],
  keywords: ["tags", "key_terms"],
  text: ["name", "outcome", "description", "title"],
  title: ["roadmap_title"],
};
