/** Calls `tick` every `every_ms`, one call at a time; the returned function stops it. Errors are told and the next tick comes all the same. */
export function every(every_ms: number, tick: () => Promise<void> | void, onError: (error: unknown) => void): () => void {
  let busy = false;
  const once = async () => {
    if (busy) return;
    busy = true;
    try {
      await tick();
    } catch (error) {
      onError(error);
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(() => void once(), every_ms);
  return () => clearInterval(timer);
}
