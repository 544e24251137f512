import type { Model } from "@wayfinder/pipeline";
import { learnerData, withoutThinking } from "@wayfinder/pipeline/evaluation";
import type { Goal } from "@wayfinder/protocol";

/** Room for a long outline. */
const MOST_TOKENS = 8_000;

/** The roadmap that the same model writes when it is simply asked for one: what a person without Wayfinder would get. */
export async function oneShotRoadmap(model: Model, goal: Goal, signal: AbortSignal): Promise<string> {
  const { text } = await model.ask(
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
  return withoutThinking(text);
}
