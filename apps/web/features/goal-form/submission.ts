/** One sending of a goal: its idempotency key and the body it belongs to. */
export interface Submission {
  readonly key: string;
  readonly body: string;
}

/** The submission for `body`: the previous one (kept as an object or as text) if it sent the same body, else a new one. */
export function submissionOf(body: string, previous: Submission | string | null, makeKey: () => string): Submission {
  const last = typeof previous === "string" ? parse(previous) : previous;
  return last?.body === body ? last : { key: makeKey(), body };
}

/** A fresh idempotency key. `crypto.randomUUID` is missing on pages opened over plain http under a public name. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parse(text: string): Submission | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("key" in value) || !("body" in value)) return null;
    const { key, body } = value;
    return typeof key === "string" && typeof body === "string" ? { key, body } : null;
  } catch {
    return null;
  }
}
