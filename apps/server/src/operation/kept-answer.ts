/** Who looks waits no longer than this for a database that may be away. */
const PATIENCE_MS = 1_000;

interface KeptAnswerOptions<T> {
  readonly ask: () => Promise<T>;
  /** An answer younger than this is not asked for again. Milliseconds. */
  readonly keep_ms: number;
  /** Milliseconds on a clock that does not jump. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

/** Asks at most once in a span of time, however many look; null while there is no answer of that age. */
export function keptAnswer<T>({ ask, keep_ms, now, onError }: KeptAnswerOptions<T>): () => Promise<T | null> {
  let asked_at = Number.NEGATIVE_INFINITY;
  let answer: Promise<T | null> = Promise.resolve(null);
  return async () => {
    if (now() - asked_at >= keep_ms) {
      asked_at = now();
      answer = ask().catch((error: unknown) => {
        onError(error);
        return null;
      });
    }
    return soon(answer);
  };
}

async function soon<T>(answer: Promise<T | null>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS, null)));
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
