import type { ClientMessage } from "@wayfinder/protocol";
import type { Fetch } from "./environment.ts";

export interface StreamAcksOptions {
  readonly fetch: Fetch;
  /** The address of the log. */
  readonly url: string;
  readonly signal: AbortSignal;
}

/**
 * Tells a server of event streams what was delivered (SD9): what a WebSocket does with `ack`, one request at a time, the latest number each.
 *
 * A request that fails is not repeated: the next ack says more, and a server that waits in vain ends the stream, which then resumes.
 */
export class StreamAcks {
  readonly #options: StreamAcksOptions;
  /** The name that `connected` gave the stream; null before it, and where the server wants no acks. */
  #stream: string | null = null;
  #delivered = 0;
  #told = 0;
  #telling = false;

  constructor(options: StreamAcksOptions) {
    this.#options = options;
  }

  /** Looks for the stream's name in what the server says; it stands in the first message. */
  hear(text: string): void {
    this.#stream ??= streamOf(text);
  }

  /** Takes what would go over a WebSocket. Only acks have a way up. */
  send(text: string): void {
    const message = JSON.parse(text) as ClientMessage;
    if (message.type !== "ack") return;
    this.#delivered = message.seq;
    if (!this.#telling) void this.#tell();
  }

  async #tell(): Promise<void> {
    const { fetch, signal } = this.#options;
    this.#telling = true;
    while (this.#stream !== null && this.#told < this.#delivered && !signal.aborted) {
      this.#told = this.#delivered;
      const body = JSON.stringify({ stream: this.#stream, seq: this.#told });
      const headers = { "Content-Type": "application/json" };
      try {
        const answer = await fetch(this.#target(), { method: "POST", credentials: "include", headers, body, signal });
        await answer.body?.cancel();
      } catch {
        // Lost: see above.
      }
    }
    this.#telling = false;
  }

  #target(): string {
    const target = new URL(this.#options.url);
    target.pathname += "/ack";
    target.search = "";
    return target.href;
  }
}

function streamOf(text: string): string | null {
  try {
    const { type, stream } = JSON.parse(text) as { type?: unknown; stream?: unknown };
    return type === "connected" && typeof stream === "string" ? stream : null;
  } catch {
    return null; // No message of the protocol: the machine counts it.
  }
}
