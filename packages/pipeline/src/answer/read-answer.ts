import type { z } from "zod";
import type { AnswerFault } from "../failure-words.ts";
import { coerce, TooManyParts, type Coercion } from "./coerce.ts";
import { issueWords } from "./issue-words.ts";
import { lenientJson, type LenientJson } from "./lenient-json.ts";
import { objectTexts } from "./object-texts.ts";

/** `problem` is for the model that is to mend it; `fault` and `told`, where there are such, for people. */
export interface Unreadable {
  readonly ok: false;
  readonly problem: string;
  /** The problem without what only a model needs to know. */
  readonly told?: string;
  readonly fault?: AnswerFault;
}

export type ReadAnswer<T> = { readonly ok: true; readonly value: T } | Unreadable;

/** How many findings of a schema are told to a model that is to mend its answer. */
const TOLD_ISSUES = 6;
/** The longest outline that a model is asked for takes 160 000; each look at as many more costs a tenth of a second. */
const MOST_CHARACTERS = 300_000;
/** List items of all candidates together. An outline of 400 concepts has 5 000; a useless one costs the schema 30 microseconds. */
const MOST_ITEMS = 10_000;

/**
 * Reads an object out of what a model wrote (PL3, PR9): out of think tags, fences and prose; with JSON's usual faults mended; with
 * fields under other names or in other types brought to the schema's. What cannot be read is said in words for the model.
 */
export function readAnswer<T>(
  text: string,
  schema: z.ZodType<T>,
  aliases: Readonly<Record<string, readonly string[]>> = {},
): ReadAnswer<T> {
  if (text.length > MOST_CHARACTERS) return TOO_LONG;
  const coercion: Coercion = { aliases, left: MOST_ITEMS };
  let unread: Unreadable = { ok: false, problem: "There is no JSON object in it." };
  for (const candidate of objectTexts(text)) {
    const { value, brokeOff } = parse(candidate);
    const read = value === undefined ? null : fitted(value, schema, coercion);
    if (coercion.left < 0) return TOO_LONG;
    if (read?.success && !brokeOff) return { ok: true, value: read.data };
    // that the rest is missing says more than what is wrong with the next part
    if (unread.fault === undefined) unread = read?.success ? BROKE_OFF : misfit(read);
  }
  return unread;
}

const TOO_LONG: Unreadable = { ok: false, problem: "It is far longer than anything that was asked for." };
const BROKE_OFF: Unreadable = { ok: false, problem: "It broke off before its end.", fault: "cut_off" };

/** What is wrong with a part that does not fit; of what is null nothing could be read. People hear of the first fault. */
function misfit(read: ReturnType<typeof fitted>): Unreadable {
  if (read === null) return { ok: false, problem: "Its JSON cannot be parsed." };
  const issues = read.error?.issues.slice(0, TOLD_ISSUES).map((issue) => issueWords(issue, read.given)) ?? [];
  const told = `It did not have the form that was asked for: ${issues[0] ?? ""}`;
  return { ok: false, problem: issues.join(" "), told };
}

/** Null for nonsense like an object in an object ten thousand times over, which overflows the stack. */
function fitted<T>(parsed: unknown, schema: z.ZodType<T>, coercion: Coercion) {
  try {
    const given = coerce(parsed, schema, coercion);
    return { ...schema.safeParse(given), given };
  } catch (error) {
    if (error instanceof RangeError || error instanceof TooManyParts) return null;
    throw error;
  }
}

/** As JSON, else as what models take for it. */
function parse(text: string): LenientJson {
  try {
    return { value: JSON.parse(text), brokeOff: false };
  } catch {
    return lenientJson(text);
  }
}
