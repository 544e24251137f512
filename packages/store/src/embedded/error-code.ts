/** The `code` of a Node or PostgreSQL error ("ENOENT", "57P03"), or "" when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error) return String(error.code);
  return "";
}
