import { ModelError } from "@wayfinder/pipeline";
import type { CallTimeouts } from "./provider-settings.ts";

/** The clocks of one call. Its signal aborts with a ModelError when one of them runs out (PL5). */
export class CallWatch {
  readonly #timeouts: CallTimeouts;
  readonly #controller = new AbortController();
  readonly #total: NodeJS.Timeout;
  #piece: NodeJS.Timeout;
  /** Whether a 2xx head has arrived: from then on the provider counts. */
  #head = false;
  #first_ms: number | null = null;
  readonly #started_ms = performance.now();

  constructor(timeouts: CallTimeouts) {
    this.#timeouts = timeouts;
    this.#total = setTimeout(
      () => this.#end("The model took too long for the whole answer", timeouts.total_ms),
      timeouts.total_ms,
    );
    this.#piece = setTimeout(
      () => this.#end("The model did not begin to answer", timeouts.first_byte_ms),
      timeouts.first_byte_ms,
    );
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the provider has begun to answer with 2xx. */
  get billing(): boolean {
    return this.#head;
  }

  /** From the start to the first piece, in ms; null before it. */
  get first_byte_ms(): number | null {
    return this.#first_ms;
  }

  headArrived(): void {
    this.#head = true;
  }

  /** A piece of the answer or of the model's thinking arrived; keep-alive comments and empty pieces do not count. */
  pieceArrived(): void {
    if (this.#controller.signal.aborted) return;
    this.#first_ms ??= performance.now() - this.#started_ms;
    clearTimeout(this.#piece);
    const { silence_ms } = this.#timeouts;
    this.#piece = setTimeout(() => this.#end("The model fell silent in the middle of its answer", silence_ms), silence_ms);
  }

  /** Ends a call whose answer has no end. */
  answerTooLong(): void {
    this.#controller.abort(answerTooLong());
  }

  /** Ends the clocks; always to be called. */
  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#piece);
  }

  #end(what: string, limit_ms: number): void {
    // Sent, and no head yet: nobody knows whether the provider counts, so it is taken as billed.
    const message = `${what} (${limit_ms / 1000} s).`;
    this.#controller.abort(new ModelError("timed_out", message, { possibly_billed: true }));
  }
}

/** A server that heeds no limit would fill the memory and the bill; another try would do the same. */
export const answerTooLong = (): ModelError =>
  new ModelError("request_refused", "The model wrote on and on, far past the length it was given. Choose another model.", {
    possibly_billed: true,
  });
