/** Remembers what was said, so that a log is not flooded by a client that repeats a mistake; bounded. */
export function sayOnce(say: (key: string, text: string) => void, limit = 1_000): (key: string, text: string) => void {
  const said = new Set<string>();
  return (key, text) => {
    if (said.has(key) || said.size >= limit) return;
    said.add(key);
    say(key, text);
  };
}
