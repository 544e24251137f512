import { contentData, type ContentData } from "./concept-data.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, type Prompt } from "./prompt.ts";

export const tutorialPrompt = promptFamily<Prompt<ContentData>>({
  id: "tutorial",
  version: "1.0.0",
  role: "writer",
  max_output_tokens: 6_000,
  system: [
    "You write tutorials for one learner: plain, exact, warm without chatter. Markdown, first heading level two.",
    "Parts: why it matters here; the idea in plain words; a worked example, step by step; two or three common mistakes; one exercise with how to check the result.",
    "Code blocks name their language and run as printed. Formulas stand in $…$ or $$…$$. A diagram, where one helps, is a mermaid block.",
    "No links, no HTML, no images, no promises about other chapters. Do not repeat the question. Begin with the text at once.",
  ].join("\n"),
  render: (data) => `${contentData(data)}\n\nWrite the tutorial. ${answerIn(data.goal.language)}`,
  requirements: [
    "teaches the outcomes of the concept and nothing that comes later",
    "the worked example is right and complete",
    "the exercise can be checked by the learner",
  ],
});
