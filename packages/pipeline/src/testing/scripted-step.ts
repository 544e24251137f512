import type { CallRequest, ClaimedStep, Json, StepContext } from "@wayfinder/engine";
import type { EventBody, Goal, Roadmap } from "@wayfinder/protocol";
import type { ModelKit } from "../model/kit.ts";
import type { ModelAnswer, ModelRequest } from "../model/model.ts";

interface Script {
  readonly goal: Goal;
  /** The model: text alone, or text with how it ended; or a throw. */
  readonly answer: (request: ModelRequest, n: number) => string | Pick<ModelAnswer, "text" | "finish">;
  readonly roadmap?: Roadmap | null;
  readonly input?: Json;
  readonly path?: string;
  readonly kit?: Partial<ModelKit>;
}

/** One step by itself: its context and kit, and what it asked, told and wrote into the journal. */
export interface ScriptedStep {
  readonly step: ClaimedStep;
  readonly context: StepContext;
  readonly kit: ModelKit;
  readonly requests: readonly ModelRequest[];
  readonly calls: readonly CallRequest[];
  readonly told: readonly EventBody[];
}

/** A step's surroundings with a model that answers by a script; nothing is kept from earlier runs. */
export function scriptedStep({ goal, answer, roadmap = null, input = null, path = "p", kit: more = {} }: Script): ScriptedStep {
  const requests: ModelRequest[] = [];
  const calls: CallRequest[] = [];
  const told: EventBody[] = [];
  const model = {
    name: "test/scripted",
    async ask(request: ModelRequest): Promise<ModelAnswer> {
      requests.push(request);
      const said = answer(request, requests.length);
      return { tokens: null, ...(typeof said === "string" ? { text: said, finish: "stop" as const } : said) };
    },
  };
  const kit: ModelKit = { models: { modelFor: async () => model }, priceOf: () => null, later: () => () => {}, ...more };
  const step = stepOf(goal, { path, input });
  const context: StepContext = {
    step,
    signal: new AbortController().signal,
    roadmap: async () => roadmap,
    content: async () => null,
    emit: async (events) => void told.push(...events),
    call: (request, perform) => {
      calls.push(request);
      return perform();
    },
  };
  return { step, context, kit, requests, calls, told };
}

/** A step as a worker claims it for the first time. */
export const stepOf = (goal: Goal, { path, input }: { readonly path: string; readonly input: Json }): ClaimedStep => ({
  lease: { task_id: "t", path, token: 1 },
  name: "roadmap_edit",
  input,
  input_hash: "h",
  attempt: 1,
  failures: 0,
  journalled: null,
  task: { task_id: "t", root_task_id: "t", user_id: "u", roadmap_id: "r", goal },
});
