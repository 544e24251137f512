/** Texts wait this long for company before they get a number, or until they are this many characters (LG5). */
export const COALESCE_MS = 50;
export const COALESCE_CHARACTERS = 1_024;

/** Calls back once after a time; the returned function calls it off. */
export type Later = (ms: number, then: () => void) => () => void;

/**
 * Gathers a stream of small texts into few (LG5): passed on after 50 ms or 1 KiB, in order, none lost.
 *
 * `pass` is awaited before the next text is passed, so a slow log slows nobody but gathers more. Its failure surfaces in `end`.
 */
export class Coalescer {
  #waiting = "";
  #cancel: (() => void) | null = null;
  #passing: Promise<void> = Promise.resolve();
  #failed = false;
  readonly #pass: (text: string) => Promise<void>;
  readonly #later: Later;

  constructor(pass: (text: string) => Promise<void>, later: Later) {
    this.#pass = pass;
    this.#later = later;
  }

  push(text: string): void {
    this.#waiting += text;
    if (this.#waiting.length >= COALESCE_CHARACTERS) this.#flush();
    else this.#cancel ??= this.#later(COALESCE_MS, () => this.#flush());
  }

  /** Passes on what waits; resolves when all has been passed, rejects when some could not be. */
  end(): Promise<void> {
    this.#flush();
    return this.#passing;
  }

  #flush(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#passing = this.#passing.then(async () => {
      const text = this.#waiting;
      this.#waiting = "";
      if (text !== "" && !this.#failed) await this.#pass(text);
    });
    this.#passing.catch(() => (this.#failed = true)); // told by `end`
  }
}
