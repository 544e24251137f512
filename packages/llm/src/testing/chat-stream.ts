/** One answer in the OpenAI chat-completions streaming protocol. */
export interface ChatStream {
  readonly text: string;
  /** The tool whose arguments the text is; null: the text is the message. */
  readonly tool: string | null;
  /** `stop`, `length`, `content_filter`, `tool_calls`; null: the stream ends without saying. */
  readonly finish_reason: string | null;
  /** Null: no usage chunk. */
  readonly usage: { readonly input_tokens: number; readonly output_tokens: number } | null;
  /** Thinking that comes before the answer in a field of its own. */
  readonly reasoning?: string;
  readonly refusal?: string;
  /** Characters per chunk. */
  readonly chunk_chars: number;
}

/** The server-sent events of an answer, each with its blank line, `[DONE]` last. */
export function* chatStreamEvents(model: string, stream: ChatStream): Generator<string> {
  const chunk = (choices: readonly object[], usage?: object) =>
    event({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 0, model, choices, ...(usage && { usage }) });
  const delta = (content: object) => chunk([{ index: 0, delta: content, finish_reason: null }]);
  yield delta({ role: "assistant", content: "" });
  if (stream.reasoning !== undefined) yield delta({ reasoning_content: stream.reasoning });
  if (stream.refusal !== undefined) yield delta({ refusal: stream.refusal });
  if (stream.tool !== null) yield delta({ tool_calls: [toolStart(stream.tool)] });
  for (let from = 0; from < stream.text.length; from += stream.chunk_chars) {
    const piece = stream.text.slice(from, from + stream.chunk_chars);
    yield delta(stream.tool === null ? { content: piece } : { tool_calls: [{ index: 0, function: { arguments: piece } }] });
  }
  if (stream.finish_reason !== null) yield chunk([{ index: 0, delta: {}, finish_reason: stream.finish_reason }]);
  if (stream.usage !== null) {
    const { input_tokens, output_tokens } = stream.usage;
    const total_tokens = input_tokens + output_tokens;
    yield chunk([], { prompt_tokens: input_tokens, completion_tokens: output_tokens, total_tokens });
  }
  yield "data: [DONE]\n\n";
}

function toolStart(name: string): object {
  return { index: 0, id: "call_1", type: "function", function: { name, arguments: "" } };
}

function event(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}
