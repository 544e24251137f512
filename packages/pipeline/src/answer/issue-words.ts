import type { z } from "zod";

const NOUNS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

/** What a schema found in an answer, in words that models and people understand; the place is written as in JSON paths. */
export function issueWords(issue: z.core.$ZodIssue, answer: unknown): string {
  const where = issue.path.join(".") || "the object";
  if (at(answer, issue.path) === undefined) return `${where} is missing.`;
  switch (issue.code) {
    case "invalid_type":
      return `${where} should be ${NOUNS[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return issue.origin === "string" ? `${where} is empty.` : `${where} is too small.`;
    case "invalid_value":
      return `${where} should be one of ${issue.values.map(String).join(", ")}.`;
    case "custom":
      return `${where} ${issue.message}.`;
    default:
      return `${where} cannot be used.`;
  }
}

/** Null counts as missing, too: so it does when answers are brought to a schema. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let inner = value ?? undefined;
  for (const key of path) inner = (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key] ?? undefined;
  return inner;
}
