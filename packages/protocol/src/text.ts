import { z } from "zod";
import type { BrokenRule } from "./field-error.ts";
import { visibleText } from "./visible-text.ts";

/**
 * The longest texts of a roadmap, in characters: a heading that still is one (the longest of the catalogue has 43), a line such as an
 * outcome (85), a paragraph such as a description. Longer ones come from models that lost their way, and no page can show them.
 */
export const TEXT_LIMITS = { name: 200, line: 1_000, paragraph: 4_000 } as const;

/**
 * A text a person typed, as it is seen: trimmed, well-formed Unicode, without control characters other than tab and newlines.
 *
 * PostgreSQL refuses U+0000 and lone surrogates become U+FFFD on the wire, so both are refused at the door with the field's name.
 */
export const personText = (min: number, max: number) =>
  z
    .string()
    .overwrite(visibleText)
    .refine((s) => lengthOf(s) >= min, {
      message: `must hold at least ${min} character${min === 1 ? "" : "s"}`,
      params: { rule: "too_short", limit: min } satisfies BrokenRule,
    })
    .refine((s) => lengthOf(s) <= max, {
      message: `must hold at most ${max} characters`,
      params: { rule: "too_long", limit: max } satisfies BrokenRule,
    })
    .refine((s) => s.isWellFormed(), { message: "must be well-formed Unicode", params: BAD_CHARACTERS })
    .refine((s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(s), {
      message: "must not hold control characters",
      params: BAD_CHARACTERS,
    });

const BAD_CHARACTERS = { rule: "bad_characters" } satisfies BrokenRule;

/** Characters as a person counts them nearly: code points, so that an emoji is one and not two. */
const lengthOf = (s: string): number => [...s].length;

/** The first `most` UTF-16 units of a text or one less: half a character would be refused by PostgreSQL. */
export const beginningOf = (text: string, most: number): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

/** The text, or its beginning and "…", `most` UTF-16 units at most. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${beginningOf(text, most - 1).trimEnd()}…`;

/** An identifier in a URL: `[A-Za-z0-9_-]{1,64}`. */
export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 letters, digits, - or _");

/** A calendar day, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** A moment, ISO 8601 with zone. */
export const Moment = z.iso.datetime({ offset: true });

export const Language = z.enum(["en", "zh"]);
export type Language = z.infer<typeof Language>;
