import { z } from "zod";

/** What a field can break, for programs that word it themselves; `limit` is the bound where the rule has one. */
export const FieldRule = z.enum([
  "missing",
  "wrong_type",
  "unknown",
  "not_offered",
  "malformed",
  // `limit` characters
  "too_short",
  "too_long",
  // `limit` entries
  "too_few",
  "too_many",
  // `limit` is the number itself
  "too_small",
  "too_large",
  // `limit` is the first or the last day there may be, `YYYY-MM-DD`
  "too_early",
  "too_late",
  // `limit` characters are left beside what was said before
  "no_room",
  // control characters, or half of a character
  "bad_characters",
  // a name or key with spaces or signs that none has
  "not_plain",
  "one_choice",
  "not_covered",
  "covers_goal",
  "needs_model",
  "not_kept",
  "outdated",
]);
export type FieldRule = z.infer<typeof FieldRule>;

/** One wrong field: its path, dotted, what it must be in English, and the rule it breaks. */
export const FieldError = z.object({
  path: z.string(),
  message: z.string(),
  rule: FieldRule.optional(),
  limit: z.union([z.number(), z.string()]).optional(),
});
export type FieldError = z.infer<typeof FieldError>;

/** A rule with its bound, as a schema's own checks name it (`params` of a zod refinement). */
export type BrokenRule = Pick<FieldError, "limit"> & { readonly rule: FieldRule };
