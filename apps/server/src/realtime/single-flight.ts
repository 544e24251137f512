/** Askers of the same key while an answer is on its way share it: a storm of watchers of one task asks the database once at a time. */
export function singleFlight<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const flying = new Map<string, Promise<T>>();
  return (key) => {
    let answer = flying.get(key);
    if (!answer) {
      answer = ask(key).finally(() => flying.delete(key));
      flying.set(key, answer);
    }
    return answer;
  };
}
