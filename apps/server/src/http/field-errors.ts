import { FieldRule, type BrokenRule, type FieldError } from "@wayfinder/protocol";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The fields in which a value fails its schema, with dotted paths and the rules they break; an unknown field is named itself. */
export const fieldErrors = (error: z.ZodError, value: unknown): FieldError[] =>
  error.issues.flatMap((issue): FieldError[] => {
    const path = issue.path.map(String).join(".");
    if (issue.code !== "unrecognized_keys") return [{ path, message: issue.message, ...brokenRule(issue, value) }];
    return issue.keys.map((key) => ({
      path: path === "" ? key : `${path}.${key}`,
      message: "unknown field",
      rule: "unknown",
    }));
  });

/** What a failed check says as data; a schema's own checks carry it in `params`. */
function brokenRule(issue: Exclude<Issue, { code: "unrecognized_keys" }>, value: unknown): BrokenRule {
  switch (issue.code) {
    case "invalid_type":
      return { rule: valueAt(value, issue.path) === undefined ? "missing" : "wrong_type" };
    case "too_small":
      return { rule: RULES_OF_SIZE[measureOf(issue.origin)].small, limit: Number(issue.minimum) };
    case "too_big":
      return { rule: RULES_OF_SIZE[measureOf(issue.origin)].big, limit: Number(issue.maximum) };
    case "invalid_value":
      return { rule: "not_offered" };
    case "invalid_format":
      return { rule: "malformed" };
    case "custom":
      return ownRule(issue.params);
    default:
      return { rule: "wrong_type" };
  }
}

const RULES_OF_SIZE = {
  characters: { small: "too_short", big: "too_long" },
  entries: { small: "too_few", big: "too_many" },
  number: { small: "too_small", big: "too_large" },
} as const;

function measureOf(origin: string): keyof typeof RULES_OF_SIZE {
  if (origin === "string") return "characters";
  return origin === "array" || origin === "set" || origin === "map" ? "entries" : "number";
}

function ownRule(params: Readonly<Record<string, unknown>> = {}): BrokenRule {
  const { rule, limit } = params;
  const known = FieldRule.safeParse(rule);
  return {
    rule: known.success ? known.data : "malformed",
    ...(typeof limit === "number" || typeof limit === "string" ? { limit } : {}),
  };
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
