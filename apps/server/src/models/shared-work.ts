/** Work that several wait for at once; it is ended when nobody does any more, for nobody is to pay for what nobody wants (PL5). */
export class SharedWork<T> {
  readonly #abort = new AbortController();
  readonly #result: Promise<T>;
  #waiting = 0;
  #isOver = false;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#abort.signal).finally(() => {
      this.#isOver = true;
    });
    this.#result.catch(() => {}); // whoever waits hears of it
  }

  /** Everybody has gone before it was done: there is nothing to wait for. */
  get isGivenUp(): boolean {
    return this.#abort.signal.aborted;
  }

  /** The result; rejects as soon as the signal says so, with its reason. */
  async wait(signal: AbortSignal): Promise<T> {
    this.#waiting += 1;
    try {
      return await unlessAborted(signal, this.#result);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0 && !this.#isOver) this.#abort.abort(signal.reason);
    }
  }
}

function unlessAborted<T>(signal: AbortSignal, what: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give_up = () => reject(signal.reason as Error);
    if (signal.aborted) give_up();
    signal.addEventListener("abort", give_up, { once: true });
    what.then(resolve, reject).finally(() => signal.removeEventListener("abort", give_up));
  });
}
