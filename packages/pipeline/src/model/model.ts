import type { Json } from "@wayfinder/engine";

/** What a model is asked to be. Each role may have a model of its own (PL9). */
export const MODEL_ROLES = ["analyst", "architect", "critic", "editor", "writer", "researcher", "examiner", "tutor"] as const;
export type ModelRole = (typeof MODEL_ROLES)[number];

/** One question to a model. Words of people and of the web stand in `prompt` as data blocks, never in `system` (PL10). */
export interface ModelRequest {
  readonly system: string;
  readonly prompt: string;
  /** What the answer must look like, as JSON Schema (draft 2020-12); without it the answer is free text. */
  readonly schema?: { readonly name: string; readonly json: Json };
  readonly max_output_tokens: number;
}

/** Tokens as the provider counted them. */
export interface ModelTokens {
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** The answer as it came: raw text, JSON or not. It is stored before anybody parses it (PL2). */
export interface ModelAnswer {
  readonly text: string;
  /** Null where the provider told nothing. */
  readonly tokens: ModelTokens | null;
  /** `length`: cut at the output limit. `refused`: the provider's or the model's refusal. */
  readonly finish: "stop" | "length" | "refused" | "other";
}

export interface AskContext {
  /** Ends the call and its spending at once (PL5). */
  readonly signal: AbortSignal;
  /** Text as it arrives; only for showing, the answer holds it whole. */
  readonly onText?: (delta: string) => void;
}

/** A language model of some provider, reached over its wire protocol. */
export interface Model {
  /** `provider/model`, as it goes into the journal and the price table. */
  readonly name: string;
  /** Reached with the person's own key, so that they pay. Absent: with the server's. */
  readonly own_key?: boolean;
  /** Rejects with ModelError, or with the signal's reason when aborted. Makes one call and never retries: that is the engine's. */
  ask(request: ModelRequest, context: AskContext): Promise<ModelAnswer>;
}

/** Whose model is asked for, and what for. */
export interface ModelWish {
  readonly user_id: string;
  readonly role: ModelRole;
}

/** The model for a role of a person's task: their own if they brought a key, else the instance's; null when there is none. */
export interface Models {
  modelFor(wish: ModelWish): Promise<Model | null>;
}
