import { Coalescer, type Json, type StepContext, type StepRequest, type Telling, type Write } from "@wayfinder/engine";
import { CONTENT_KINDS, type ContentKind, type EventBody, type Goal, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { readTutorial } from "../answer/read-tutorial.ts";
import { defineStep } from "../define-step.ts";
import { askForObject, askForText } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { partly, started } from "../progress.ts";
import type { ConceptData, ContentData } from "../prompts/concept-data.ts";
import { quizPrompt } from "../prompts/quiz.ts";
import { resourcesPrompt } from "../prompts/resources.ts";
import { tutorialPrompt } from "../prompts/tutorial.ts";
import { quizObjection, quizOfAnswer } from "../quiz/quiz-of-answer.ts";
import { findResources } from "../resources/find-resources.ts";

/** One kind of content of one concept; each commits alone (ROADMAP, "Pipeline"). */
export interface UnitInput {
  readonly roadmap_id: string;
  readonly kind: ContentKind;
  readonly place: ConceptData;
  /** Units of the task, this one among them. */
  readonly total: number;
  readonly instruction?: string;
  readonly previous?: string;
}

interface Written {
  /** The text that was told; empty for what has no text. */
  readonly text: string;
  /** Whether the log has told all of it while it was written. */
  readonly told: boolean;
  /** False where an edit had taken the concept away before it was written. */
  readonly wanted?: boolean;
}

export const unitOf = (concept_id: string, kind: ContentKind): string => `${concept_id}/${kind}`;

/** The units of the given concepts, or of all, concept by concept, in study order. */
export function contentUnits(roadmap: Roadmap, only?: ReadonlySet<string>): StepRequest[] {
  const inputs = placesOf(roadmap)
    .filter(({ concept }) => only === undefined || only.has(concept.concept_id))
    .flatMap((place) => CONTENT_KINDS.map((kind) => ({ roadmap_id: roadmap.roadmap_id, kind, place })));
  return inputs.map((input) =>
    unitStep({ ...input, total: inputs.length }, `content/${unitOf(input.place.concept.concept_id, input.kind)}`),
  );
}

/** A step that writes one unit; the path tells first tries from new versions. */
export const unitStep = (input: UnitInput, path: string): StepRequest => ({
  path,
  name: "content_generation",
  input: input as unknown as Json,
});

/** Each concept with its place, in author order. */
export function placesOf(roadmap: Roadmap): ConceptData[] {
  const names = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept.name]));
  const leadsTo = new Map<string, string[]>();
  for (const { name, prerequisites } of conceptsOf(roadmap))
    for (const { concept_id } of prerequisites) leadsTo.set(concept_id, [...(leadsTo.get(concept_id) ?? []), name]);
  return roadmap.stages.flatMap((stage) =>
    stage.modules.flatMap((module) =>
      module.concepts.map(({ concept_id, name, description, difficulty, hours, outcomes, keywords, prerequisites }) => ({
        concept: { concept_id, name, description, difficulty, hours: hours.likely, outcomes, keywords },
        roadmap_title: roadmap.title,
        stage: stage.name,
        module: module.name,
        builds_on: prerequisites.flatMap((edge) => names.get(edge.concept_id) ?? []),
        leads_to: leadsTo.get(concept_id) ?? [],
      })),
    ),
  );
}

/** Writes one unit: a tutorial told while it is written, a list of resources with checked links, or a quiz. */
export const contentUnit = (kit: ModelKit) =>
  defineStep<UnitInput, Written>({
    begin({ kind, place: { concept } }, step) {
      const unit = unitOf(concept.concept_id, kind);
      return [
        { type: "concept_start", concept_id: concept.concept_id, unit },
        ...(kind === "tutorial" ? [attempt(unit, step.attempt)] : []),
      ];
    },
    async run(input, goal, context) {
      const written = await writtenSince(input, context);
      if (written) return { output: written };
      return (await isWanted(input, context)) ? write(kit, { input, goal, context }) : { output: NOT_WANTED };
    },
    tell({ text, told, wanted = true }, input, step) {
      const { kind, place } = input;
      const { concept_id } = place.concept;
      if (!wanted) return { events: [], next: [], settled: settled(input) };
      const unit = unitOf(concept_id, kind);
      const again = text === "" || (told && step.journalled === null) ? [] : wholeText(unit, step.attempt, text);
      const done: EventBody = { type: "concept_complete", concept_id, unit, kinds: [kind] };
      return { events: [...again, done], next: [], settled: settled(input) };
    },
    giveUp(reason, input) {
      const { kind, place } = input;
      const { concept_id } = place.concept;
      const failed: EventBody = { type: "concept_failed", concept_id, unit: unitOf(concept_id, kind), kinds: [kind], reason };
      const writes: Write[] = [{ kind: "content_failed", concept_id, content: kind, reason }];
      return { events: [failed], next: [], writes, settled: settled(input) };
    },
  });

/** Whether the concept is in the roadmap still: nobody pays for the content of one that an edit has taken away. */
async function isWanted({ place: { concept } }: UnitInput, context: StepContext): Promise<boolean> {
  const roadmap = await context.roadmap();
  return roadmap === null || conceptsOf(roadmap).some(({ concept_id }) => concept_id === concept.concept_id);
}

/** A unit that failed and was then written by itself: whoever tries the whole task again leaves it as it is (PL7). */
async function writtenSince({ kind, place: { concept } }: UnitInput, { step, content }: StepContext): Promise<Written | null> {
  const { path, task_id } = step.lease;
  const isRetry = path.startsWith("content/") && task_id !== step.task.root_task_id;
  const body = isRetry ? await content({ concept_id: concept.concept_id, kind }) : null;
  if (body === null) return null;
  return kind === "tutorial" ? { text: (body as { markdown: string }).markdown, told: false } : NO_TEXT;
}

const attempt = (unit: string, n: number): EventBody => ({ type: "attempt_started", unit, attempt: n });

/** A unit's text from the beginning: what was streamed was not all of it, or was told in another log. */
const wholeText = (unit: string, n: number, text: string): EventBody[] => [
  attempt(unit, n),
  { type: "content_delta", unit, attempt: n, offset: 0, text },
];

/** How far the content is; the unit that ends last ends the task with what failed (PL7). */
const settled =
  ({ roadmap_id, total }: UnitInput): NonNullable<Telling["settled"]> =>
  ({ open, failed_units, elapsed_ms }) => {
    const done = total - open;
    const progress = partly("content_generation", done, total);
    if (open > 0) return [done > 0 ? { ...progress, eta_ms: Math.round((elapsed_ms / done) * open) } : progress];
    return [progress, { type: "completed", final: true, roadmap_id, failed_units: [...failed_units] }];
  };

/** The phase begins with the first units; told once by whoever fans them out. */
export const contentBegun = (): EventBody => started("content_generation");

interface Writing {
  readonly input: UnitInput;
  readonly goal: Goal;
  readonly context: StepContext;
}

async function write(kit: ModelKit, { input, goal, context }: Writing): Promise<{ output: Written; writes: Write[] }> {
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
      const answer = await askForObject(context, kit, { prompt: resourcesPrompt.pinned(goal), data, key: "resources" });
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
}

const NO_TEXT: Written = { text: "", told: true };
const NOT_WANTED: Written = { ...NO_TEXT, wanted: false };

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
