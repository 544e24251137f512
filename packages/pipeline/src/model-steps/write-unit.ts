import { Coalescer, type Json, type StepContext, type Write } from "@wayfinder/engine";
import { readTutorial } from "../answer/read-tutorial.ts";
import { askForObject, askForText } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import type { ContentData } from "../prompts/concept-data.ts";
import { quizPrompt } from "../prompts/quiz.ts";
import { resourcesPrompt, type ResourcesAnswer } from "../prompts/resources.ts";
import { tutorialPrompt } from "../prompts/tutorial.ts";
import { quizObjection, quizOfAnswer } from "../quiz/quiz-of-answer.ts";
import { findResources, knownResources, resourcesObjection } from "../resources/find-resources.ts";
import { NO_TEXT, type WriteUnit } from "./content-unit.ts";
import { unitOf } from "./content-units.ts";

/** Writes a unit by the models of the kit. */
export const writeUnit =
  (kit: ModelKit): WriteUnit =>
  async ({ input, goal, context }) => {
    const { kind, place, instruction, previous } = input;
    const { concept_id } = place.concept;
    const data: ContentData = {
      goal,
      place,
      ...(instruction === undefined ? {} : { instruction }),
      ...(previous === undefined ? {} : { previous }),
    };
    const content = (body: Json): Write[] => [{ kind: "content", concept_id, content: kind, body }];
    switch (kind) {
      case "tutorial": {
        const { markdown, told } = await tutorial(kit, { data, unit: unitOf(concept_id, kind), context });
        return { output: { text: markdown, told }, writes: content({ markdown }) };
      }
      case "resources": {
        const question = { prompt: resourcesPrompt.pinned(goal), data, key: "resources" };
        const known = knownResources(kit, { place, goal });
        const objection = (answer: ResourcesAnswer) => (known.length > 0 ? null : resourcesObjection(answer));
        const answer = await askForObject(context, kit, { ...question, objection });
        const items = await findResources(kit, { answer, place, goal, signal: context.signal });
        return { output: NO_TEXT, writes: content({ items } as unknown as Json) };
      }
      case "quiz": {
        const answer = await askForObject(context, kit, {
          prompt: quizPrompt.pinned(goal),
          data,
          key: "quiz",
          objection: quizObjection,
        });
        return { output: NO_TEXT, writes: content({ items: quizOfAnswer(answer, concept_id) } as unknown as Json) };
      }
    }
  };

interface TutorialInput {
  readonly data: ContentData;
  readonly unit: string;
  readonly context: StepContext;
}

/** A tutorial, its text told as it arrives (LG5); thinking aloud and a fence around the whole are taken off at the end. */
async function tutorial(kit: ModelKit, { data, unit, context }: TutorialInput): Promise<{ markdown: string; told: boolean }> {
  let offset = 0;
  let streamed = "";
  const stream = new Coalescer(async (text) => {
    await context.emit([{ type: "content_delta", unit, attempt: context.step.attempt, offset, text }]);
    offset += text.length;
    streamed += text;
  }, kit.later);
  const question = { prompt: tutorialPrompt.pinned(data.goal), data, key: "tutorial", read: readTutorial };
  const markdown = await askForText(context, kit, { ...question, onText: (text) => stream.push(text) });
  await stream.end();
  return { markdown, told: streamed.trim() === markdown };
}
