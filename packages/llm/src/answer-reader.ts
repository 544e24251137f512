import type { ModelAnswer, ModelTokens } from "@wayfinder/pipeline";
import type { LanguageModelUsage, TextStreamPart, ToolSet } from "ai";
import { cutOff } from "./call-error.ts";

type Part = TextStreamPart<ToolSet>;

/** Collects the parts of one stream into the raw answer. Thinking is no part of it. */
export class AnswerReader {
  readonly #onPiece: () => void;
  readonly #onText: (delta: string) => void;
  /** In tool mode the answer is the tool's arguments; text beside them is chatter unless no tool was called. */
  readonly #from_tool: boolean;
  #text = "";
  #arguments = "";
  #tool_id: string | null = null;
  #end: Extract<Part, { type: "finish" }> | null = null;

  constructor(options: { from_tool: boolean; onPiece: () => void; onText: (delta: string) => void }) {
    this.#from_tool = options.from_tool;
    this.#onPiece = options.onPiece;
    this.#onText = options.onText;
  }

  /** Takes the next part. Throws what an error part carries. */
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

  #takeText(delta: string): void {
    if (delta === "") return;
    this.#onPiece();
    this.#text += delta;
    if (!this.#from_tool) this.#onText(delta);
  }

  #takeArguments(id: string, delta: string): void {
    if (delta === "") return;
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
