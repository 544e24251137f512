/** Works through the items in order, `at_a_time` of them at once; resolves when all are done. */
export async function eachOf<T>(items: Iterable<T>, at_a_time: number, work: (item: T) => Promise<void>): Promise<void> {
  // One iterator that all share hands each item out once.
  const waiting = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: at_a_time }, worker));
}
