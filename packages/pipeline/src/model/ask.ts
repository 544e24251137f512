import { StepFailure, StepRefusal, type CallAnswer, type Json, type StepContext } from "@wayfinder/engine";
import type { z } from "zod";
import { jsonSchemaOf } from "../answer/json-schema.ts";
import { readAnswer, type ReadAnswer, type Unreadable } from "../answer/read-answer.ts";
import { answersUnusable, noModel } from "../failure-words.ts";
import { promptLabel } from "../prompts/prompt-hash.ts";
import { DATA_RULE, dataBlock, systemOf, type ObjectPrompt, type Prompt } from "../prompts/prompt.ts";
import type { ModelKit } from "./kit.ts";
import type { Model, ModelRequest, ModelRole } from "./model.ts";
import { paidCall, type PaidCall } from "./paid-call.ts";
import { toldInTaskLanguage } from "./told-in-task-language.ts";

/** What of a useless answer is shown to the model that is to mend it; longer ones are asked for anew instead. */
const MENDABLE_CHARACTERS = 60_000;

interface Question<D> {
  readonly data: D;
  /** Stable among the questions of the step. */
  readonly key: string;
  /** Text of the first try as it arrives; nothing when the answer comes from the journal. */
  readonly onText?: (delta: string) => void;
}

/** What is wrong with an answer that could be read. */
export type Objection = string | Pick<Unreadable, "problem" | "told">;

interface ObjectQuestion<D, T> extends Question<D> {
  readonly prompt: ObjectPrompt<D, T>;
  /** What no schema can say: null, or what is wrong in words for the model; where people are told less, in both words. */
  readonly objection?: (value: T) => Objection | null;
}

/**
 * Asks for an object until there is one that can be used, or gives the step up (PL3): as it came, mended by code, mended by the model
 * itself, asked anew; then it fails with words that name what the model did.
 */
export async function askForObject<D, T>(context: StepContext, kit: ModelKit, question: ObjectQuestion<D, T>): Promise<T> {
  const { prompt, data, key } = question;
  const model = await modelFor(context, kit, prompt.role);
  const request = objectRequest(prompt, prompt.render(data));
  const ask = (call: Pick<PaidCall, "key" | "request" | "onText">) =>
    paidCall(context, kit, { ...call, model, role: prompt.role, prompt: promptLabel(prompt) });
  const read = (answer: CallAnswer) => judge(answer, question);

  const first = await ask({ key: `${key}/1`, request, ...(question.onText ? { onText: question.onText } : {}) });
  let outcome = read(first);
  if (outcome.ok) return outcome.value;
  // of what was cut off nobody knows the end: the model would close the brackets, and the rest would be lost unseen
  const mendable = outcome.fault === undefined && first.text.trim() !== "" && first.text.length <= MENDABLE_CHARACTERS;
  if (mendable) {
    outcome = read(await ask({ key: `${key}/mend`, request: mendRequest(prompt, first.text, outcome.problem) }));
    if (outcome.ok) return outcome.value;
  }
  const again = [
    prompt.render(data),
    dataBlock("problem", outcome.problem),
    "An earlier answer could not be used, for the problem above. Answer with one complete JSON object only.",
    ...(outcome.fault === "cut_off" ? [SHORTER] : []),
  ].join("\n\n");
  outcome = read(await ask({ key: `${key}/2`, request: objectRequest(prompt, again) }));
  if (outcome.ok) return outcome.value;
  throw unusable(context, outcome, mendable ? 3 : 2);
}

interface TextQuestion<D> extends Question<D> {
  readonly prompt: Prompt<D>;
  /** The text that may be shown, or what is wrong with it. */
  readonly read: (text: string) => ReadAnswer<string>;
}

/** Asks for text; what cannot be used is asked for once more, then the step is given up (PL3). */
export async function askForText<D>(context: StepContext, kit: ModelKit, question: TextQuestion<D>): Promise<string> {
  const { prompt, data, key } = question;
  const model = await modelFor(context, kit, prompt.role);
  const request: ModelRequest = {
    system: systemOf(prompt),
    prompt: prompt.render(data),
    max_output_tokens: prompt.max_output_tokens,
  };
  const ask = (call: Pick<PaidCall, "key" | "request" | "onText">) =>
    paidCall(context, kit, { ...call, model, role: prompt.role, prompt: promptLabel(prompt) });
  const read = (answer: CallAnswer): ReadAnswer<string> => unfinished(answer) ?? question.read(answer.text);
  let outcome = read(await ask({ key: `${key}/1`, request, ...(question.onText ? { onText: question.onText } : {}) }));
  if (!outcome.ok) {
    const again = outcome.fault === "cut_off" ? { ...request, prompt: `${request.prompt}\n\n${SHORTER}` } : request;
    outcome = read(await ask({ key: `${key}/2`, request: again }));
  }
  if (outcome.ok) return outcome.value;
  throw unusable(context, outcome, 2);
}

/** The person's model for a role. Throws StepFailure when there is none. */
async function modelFor(context: StepContext, { models }: ModelKit, role: ModelRole): Promise<Model> {
  const { step } = context;
  const { user_id } = step.task;
  // all that fails here is that a person's key cannot be opened
  const model = await toldInTaskLanguage(context, { own_key: true, work: () => models.modelFor({ user_id, role }) });
  if (!model) throw new StepFailure(noModel(step.task.goal.language), { lasting: true, foreign: true, standing: "no_model" });
  return model;
}

const REFUSED: Unreadable = { ok: false, problem: "The model refused to answer.", fault: "refused" };
const CUT_OFF: Unreadable = { ok: false, problem: "It was cut off at the limit of its length.", fault: "cut_off" };
/** The limit stays the same: only less fits into it. */
const SHORTER = "An earlier answer was cut off because it was too long. Say it in about half as many words, and come to the end.";

/** Why an answer is none, whatever stands in it: what was left out of it is nowhere (PR9). */
const unfinished = ({ finish }: CallAnswer): Unreadable | null =>
  finish === "refused" ? REFUSED : finish === "length" ? CUT_OFF : null;

/** The problem as the model was told it goes along for the log. */
const unusable = (
  { step }: StepContext,
  { problem, told = problem, fault = "unusable" }: Unreadable,
  times: 2 | 3,
): StepRefusal => new StepRefusal(answersUnusable(step.task.goal.language, { times, fault, problem: told }), { cause: problem });

function judge<D, T>(answer: CallAnswer, { prompt, objection }: ObjectQuestion<D, T>): ReadAnswer<T> {
  const outcome = unfinished(answer) ?? readAnswer(answer.text, prompt.answer, prompt.aliases);
  if (!outcome.ok) return outcome;
  const problem = objection?.(outcome.value) ?? null;
  if (problem === null) return outcome;
  return typeof problem === "string" ? { ok: false, problem } : { ok: false, ...problem };
}

const jsonSchema = <T>(answer: z.ZodType<T>): Json => jsonSchemaOf(answer) as Json;

function objectRequest<D, T>(asked: ObjectPrompt<D, T>, prompt: string): ModelRequest {
  const { name, answer, max_output_tokens } = asked;
  return { system: systemOf(asked), prompt, schema: { name, json: jsonSchema(answer) }, max_output_tokens };
}

function mendRequest<D, T>(prompt: ObjectPrompt<D, T>, text: string, problem: string): ModelRequest {
  return {
    system: `You mend JSON. Return the same content as one JSON object that fits the schema. Add nothing of your own. ${DATA_RULE}`,
    // the problem may quote names out of the answer, and those may quote anybody
    prompt: `The answer below could not be used, for this problem.\n\n${dataBlock("problem", problem)}\n\n${dataBlock("answer", text)}`,
    schema: { name: prompt.name, json: jsonSchema(prompt.answer) },
    max_output_tokens: prompt.max_output_tokens,
  };
}
