import type { ModelAnswer, ModelTokens } from "@wayfinder/pipeline";
import { ToolChoiceViolationError, type LanguageModelUsage, type TextStreamPart, type ToolSet } from "ai";
import { cutOff } from "./call-error.ts";

type Part = TextStreamPart<ToolSet>;

/** Several times what tokens hold in any language; a server that keeps no limit on its answer is told from one that does. */
const CHARACTERS_PER_TOKEN = 16;
/** The least that an answer may hold whatever was asked for, in characters. */
const LEAST_CHARACTERS = 100_000;

/** Collects the parts of one stream into the raw answer. Thinking is no part of it. */
export class AnswerReader {
  readonly #onPiece: () => void;
  readonly #onText: (delta: string) => void;
  /** In tool mode the answer is the tool's arguments; text beside them is chatter unless no tool was called. */
  readonly #from_tool: boolean;
  readonly #most_characters: number;
  readonly #onFull: () => void;
  #text = "";
  #arguments = "";
  #tool_id: string | null = null;
  #end: Extract<Part, { type: "finish" }> | null = null;

  /** `onFull` is called when the answer is far longer than the limit on it allows. */
  constructor(options: {
    from_tool: boolean;
    max_output_tokens: number;
    onPiece: () => void;
    onText: (delta: string) => void;
    onFull: () => void;
  }) {
    this.#most_characters = Math.max(LEAST_CHARACTERS, options.max_output_tokens * CHARACTERS_PER_TOKEN);
    this.#onFull = options.onFull;
    this.#from_tool = options.from_tool;
    this.#onPiece = options.onPiece;
    this.#onText = options.onText;
  }

  /** Takes the next part. Throws what an error part carries; a model that answered in words instead of calling the tool has answered. */
  take(part: Part): void {
    switch (part.type) {
      case "text-delta":
        this.#takeText(part.text);
        break;
      case "tool-input-delta":
        this.#takeArguments(part.id, part.delta);
        break;
      case "reasoning-start":
      case "reasoning-delta":
      case "tool-input-start":
        this.#onPiece();
        break;
      case "error":
        if (ToolChoiceViolationError.isInstance(part.error)) break;
        throw part.error;
      case "finish":
        this.#end = part;
        break;
      default:
        break;
    }
  }

  /** The whole answer. Throws ModelError `cut_off` when the provider never said that it had finished. */
  answer(): ModelAnswer {
    const end = this.#end;
    if (end === null || end.rawFinishReason === undefined) throw cutOff();
    return {
      text: this.#from_tool && this.#tool_id !== null ? this.#arguments : this.#text,
      tokens: tokensOf(end.totalUsage),
      finish: finishOf(end.finishReason),
    };
  }

  /** Whether there is no room for more. Text and arguments count together: either may be chatter. */
  #isFull(delta: string): boolean {
    const full = this.#text.length + this.#arguments.length + delta.length > this.#most_characters;
    if (full) this.#onFull();
    return full;
  }

  #takeText(delta: string): void {
    if (delta === "" || this.#isFull(delta)) return;
    this.#onPiece();
    this.#text += delta;
    if (!this.#from_tool) this.#onText(delta);
  }

  #takeArguments(id: string, delta: string): void {
    if (delta === "" || this.#isFull(delta)) return;
    this.#onPiece();
    // A model may call twice; the first answer is the answer.
    this.#tool_id ??= id;
    if (!this.#from_tool || this.#tool_id !== id) return;
    this.#arguments += delta;
    this.#onText(delta);
  }
}

function tokensOf({ inputTokens, outputTokens }: LanguageModelUsage): ModelTokens | null {
  if (inputTokens === undefined || outputTokens === undefined) return null;
  return { input_tokens: inputTokens, output_tokens: outputTokens };
}

function finishOf(reason: string): ModelAnswer["finish"] {
  switch (reason) {
    case "stop":
    case "tool-calls":
      return "stop";
    case "length":
      return "length";
    case "content-filter":
      return "refused";
    default:
      return "other";
  }
}
