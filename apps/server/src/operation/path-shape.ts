/** A path is kept up to so many characters. */
const LONGEST = 120;
/** What stands in for a part that may tell of somebody. */
const HIDDEN = "{…}";
/** Parts that tell of nobody: those of our routes, and what other programs call their sockets. */
const WORDS =
  /^(?:|api|v\d{1,2}|wss?|websockets?|sockets?|socket\.io|sockjs|cable|graphql|live|stream|streams|sse|events|channel|channels|tasks?|roadmaps?|generate|session|health|ready|metrics|app|new|_next|webpack-hmr|bench|append|\{task_id\}|%7btask_id%7d)$/i;

/**
 * A raw request path as it may be kept and shown: known words and slashes stay, every other part becomes `{…}`.
 *
 * Anything may stand in a wrong path, an id or a ticket too, so only what is known to be harmless is let through.
 */
export function pathShape(path: string): string {
  const bare = path.split(/[?#]/, 1)[0] ?? "";
  const shape = bare
    .slice(0, LONGEST * 4)
    .split("/")
    .map((part) => (WORDS.test(part) ? part : HIDDEN))
    .join("/");
  return shape.slice(0, LONGEST);
}
