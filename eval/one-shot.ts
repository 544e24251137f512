import type { Model } from "@wayfinder/pipeline";
import { learnerData, withoutThinking } from "@wayfinder/pipeline/evaluation";
import type { Goal } from "@wayfinder/protocol";

/** Room for a long outline. */
const MOST_TOKENS = 8_000;

/**
 * The roadmap that the same model writes when it is simply asked for one: what a person without Wayfinder would get.
 * Throws where there is none or not all of it: to win against that would say nothing.
 */
export async function oneShotRoadmap(model: Model, goal: Goal, signal: AbortSignal): Promise<string> {
  const { text, finish } = await model.ask(
    {
      system: "You are a helpful assistant.",
      prompt: [
        learnerData(goal),
        `Make a complete learning roadmap for this person, in ${goal.language === "zh" ? "Simplified Chinese" : "English"}.`,
        "Markdown: a stage is `## name`, a module `### name`, a concept `- name (hours h) — needs: names of concepts`. Nothing else.",
      ].join("\n\n"),
      max_output_tokens: MOST_TOKENS,
    },
    { signal },
  );
  const markdown = withoutThinking(text).trim();
  if (finish === "refused" || finish === "length" || markdown === "")
    throw new Error(`The one-shot answer ended with ${finish}.`);
  return markdown;
}
