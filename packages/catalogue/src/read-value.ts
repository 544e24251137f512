/** A record whose keys are not known yet; anything else reads as an empty one. */
export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A list; anything else reads as an empty one. */
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A text; numbers and booleans, which YAML makes of unquoted words, read as written; anything else as the empty text. */
export const asText = (value: unknown): string =>
  typeof value === "string" ? value.trim() : typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** A number; anything else reads as NaN. */
export const asNumber = (value: unknown): number => (typeof value === "number" ? value : Number.NaN);

export const asTexts = (value: unknown): readonly string[] => asList(value).map(asText);
