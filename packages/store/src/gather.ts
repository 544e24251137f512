/** What a round found for each of its items, in their order. */
export type Round<T, R> = (items: readonly T[]) => Promise<readonly PromiseSettledResult<R>[]>;

/** A round holds no more, so that locks are held for milliseconds. */
const MOST = 64;

interface Asked<T, R> {
  readonly item: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked for in one turn of the event loop, or while a round is under way, into the next round (LG9).
 *
 * One round at a time; each asker gets its own result. A round that rejects rejects all of it.
 */
export function gather<T, R>(round: Round<T, R>): (item: T) => Promise<R> {
  const waiting: Asked<T, R>[] = [];
  let busy = false;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const asked = waiting.splice(0, MOST);
      const results = await round(asked.map((a) => a.item)).catch((error: unknown) => failed(asked.length, error));
      for (const [i, { resolve, reject }] of asked.entries()) {
        const result = results[i]!;
        if (result.status === "fulfilled") resolve(result.value);
        else reject(result.reason);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      // after everything that this turn has read from its sockets
      setImmediate(() => void run());
    });
}

const failed = (length: number, reason: unknown): PromiseRejectedResult[] =>
  Array.from({ length }, () => ({ status: "rejected", reason }));
