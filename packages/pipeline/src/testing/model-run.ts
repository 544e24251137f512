import type { Catalogue } from "@wayfinder/catalogue";
import {
  StepFailure,
  type CallAnswer,
  type ClaimedStep,
  type Json,
  type Left,
  type StepContext,
  type StepRequest,
  type Telling,
  type Write,
} from "@wayfinder/engine";
import type { ContentKind, EventBody, FailedUnit, Goal, ReviewDecision, Roadmap } from "@wayfinder/protocol";
import type { ModelKit } from "../model/kit.ts";
import type { Model, ModelAnswer, ModelRequest } from "../model/model.ts";
import { createWorkflow, type RoadmapWorkflow } from "../workflow.ts";
import { claimedStep } from "./claimed-step.ts";

interface RunOptions {
  readonly catalogue: Catalogue;
  /** The model: an answer as text, or a throw. It streams the text in small pieces. */
  readonly answer: (request: ModelRequest, n: number) => string | Pick<ModelAnswer, "text" | "finish">;
  readonly kit?: Partial<ModelKit>;
}

/** Pieces in which the scripted model's text arrives, in characters. */
const PIECE = 7;

/** A task run by hand in memory as a worker and a store would: step by step, with the steps and the calls journalled. */
export class ModelRun {
  readonly workflow: RoadmapWorkflow;
  readonly events: EventBody[] = [];
  readonly contents = new Map<string, Json>();
  readonly failed = new Map<string, FailedUnit>();
  readonly changes: Extract<Write, { kind: "change" }>[] = [];
  /** Every question that was asked, in order. */
  readonly requests: ModelRequest[] = [];
  /** The prompts as the journal names them, those of journalled answers among them. */
  readonly prompts = new Set<string>();
  readonly #journal = new Map<string, Json>();
  readonly #calls = new Map<string, CallAnswer>();
  #saved: Roadmap | null = null;
  #waiting: ClaimedStep | null = null;

  constructor({ catalogue, answer, kit = {} }: RunOptions) {
    const model: Model = {
      name: "test/scripted",
      ask: async (request, { onText }) => {
        this.requests.push(request);
        const said = answer(request, this.requests.length);
        const { text, finish } = typeof said === "string" ? { text: said, finish: "stop" as const } : said;
        for (let at = 0; at < text.length; at += PIECE) onText?.(text.slice(at, at + PIECE));
        return { text, tokens: { input_tokens: 10, output_tokens: 10 }, finish };
      },
    };
    this.workflow = createWorkflow({
      catalogue,
      kit: { models: { modelFor: async () => model }, priceOf: () => null, later: () => () => {}, ...kit },
    });
  }

  /** The saved roadmap. */
  roadmap(): Roadmap {
    if (!this.#saved) throw new Error("No roadmap was saved.");
    return this.#saved;
  }

  /** Saves an edit by hand. */
  save(roadmap: Roadmap): void {
    this.#saved = roadmap;
  }

  /** What a later task would find left to do. */
  left(): Left {
    const written = [...this.contents.keys()].map((unit) => unit.split("/") as [string, ContentKind]);
    return {
      roadmap: this.#saved,
      begun: this.events.some((event) => event.type === "concept_start"),
      written: written.map(([concept_id, kind]) => ({ concept_id, kind })),
      open: [],
      cut: [],
    };
  }

  /** Runs the given steps, by default a whole generation, and all that follows from them; all events told so far. A step that waits ends it. */
  async toEnd(goal: Goal, first: readonly StepRequest[] = this.workflow.first()): Promise<readonly EventBody[]> {
    const queue = [...first];
    const asked = [...first];
    for (let request = queue.shift(); request; request = queue.shift()) {
      if (request.waits) {
        this.#waiting = claimedStep(request, goal);
        break;
      }
      const { next, asked: ask, settled } = await this.#runStep(claimedStep(request, goal));
      queue.unshift(...next);
      asked.push(...next);
      if (next.some(({ waits }) => waits)) this.events.push(...(ask?.(this.roadmap()) ?? []));
      const total = asked.filter(({ name }) => name === request?.name).length;
      const failed_units = [...this.failed.values()];
      this.events.push(...(settled?.({ open: queue.length, total, failed_units, elapsed_ms: 0 }) ?? []));
    }
    return this.events;
  }

  /** Decides the review that waits, and runs what follows; only the events from here on. */
  async decide(decision: ReviewDecision): Promise<readonly EventBody[]> {
    const waiting = this.#waiting;
    if (!waiting) throw new Error("No review waits.");
    this.#waiting = null;
    const { events, next, answers } = this.workflow.review(decision, { ...waiting, roadmap: this.roadmap() });
    const before = this.events.length;
    this.events.push(...events);
    const { goal } = waiting.task;
    await this.toEnd(answers ? { ...goal, answers } : goal, next);
    return this.events.slice(before);
  }

  async #runStep(step: ClaimedStep): Promise<Pick<Telling, "next" | "asked" | "settled">> {
    const definition = this.workflow.definition(step);
    this.events.push(...definition.begin(step));
    const outcome = await this.#attempt(step);
    for (const write of outcome.writes) {
      if (write.kind === "roadmap") this.#saved = write.roadmap;
      if (write.kind === "change") this.changes.push(write);
      if (write.kind === "content") this.failed.delete(`${write.concept_id}/${write.content}`);
      if (write.kind === "content") this.contents.set(`${write.concept_id}/${write.content}`, write.body);
      if (write.kind === "content_failed") {
        const unit = `${write.concept_id}/${write.content}`;
        this.failed.set(unit, { unit, concept_id: write.concept_id, reason: write.reason });
      }
    }
    this.events.push(...outcome.events);
    return outcome;
  }

  async #attempt(claimed: ClaimedStep): Promise<Telling & { readonly writes: readonly Write[] }> {
    const key = `${claimed.lease.path} ${JSON.stringify(claimed.input)}`;
    const kept = this.#journal.get(key);
    const step = kept === undefined ? claimed : { ...claimed, journalled: { output: kept } };
    const definition = this.workflow.definition(step);
    if (step.journalled) return { writes: [], ...definition.tell(step, step.journalled.output) };
    try {
      const { output, writes = [] } = await definition.run(this.#context(step));
      const stored: Json = JSON.parse(JSON.stringify(output));
      if (stored !== null) this.#journal.set(key, stored);
      return { writes, ...definition.tell(step, stored) };
    } catch (error) {
      if (!(error instanceof StepFailure)) throw error;
      // as the store does: a step that was given up is asked anew when it is tried again
      for (const question of this.#calls.keys()) if (question.startsWith(`${step.lease.path} `)) this.#calls.delete(question);
      return definition.giveUp(step, error.message);
    }
  }

  #context(step: ClaimedStep): StepContext {
    return {
      step,
      signal: new AbortController().signal,
      roadmap: async () => this.#saved,
      content: async ({ concept_id, kind }) => this.contents.get(`${concept_id}/${kind}`) ?? null,
      emit: async (events) => void this.events.push(...events),
      call: async ({ key, input, prompt }, perform) => {
        this.prompts.add(prompt);
        const question = `${step.lease.path} ${key} ${input}`;
        const answer = this.#calls.get(question) ?? (await perform());
        this.#calls.set(question, answer);
        return answer;
      },
    };
  }
}
