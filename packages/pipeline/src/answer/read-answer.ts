import { jsonrepair } from "jsonrepair";
import type { z } from "zod";
import { storableText } from "../model/storable.ts";
import type { AnswerFault } from "../failure-words.ts";
import { coerce } from "./coerce.ts";
import { issueWords } from "./issue-words.ts";
import { objectTexts } from "./object-texts.ts";

/** `problem` is for the model that is to mend it; `fault`, where it is known, for people. */
export interface Unreadable {
  readonly ok: false;
  readonly problem: string;
  readonly fault?: AnswerFault;
}

export type ReadAnswer<T> = { readonly ok: true; readonly value: T } | Unreadable;

/** How many findings of a schema are told to a model that is to mend its answer. */
const TOLD_ISSUES = 6;

/**
 * Reads an object out of what a model wrote (PL3, PR9): out of think tags, fences and prose; with JSON's usual faults mended; with
 * fields under other names or in other types brought to the schema's. What cannot be read is said in words for the model.
 */
export function readAnswer<T>(
  text: string,
  schema: z.ZodType<T>,
  aliases: Readonly<Record<string, readonly string[]>> = {},
): ReadAnswer<T> {
  let problem = "There is no JSON object in it.";
  for (const candidate of objectTexts(text)) {
    const parsed = parse(candidate);
    if (parsed === undefined) {
      problem = "Its JSON cannot be parsed.";
      continue;
    }
    const read = fitted(parsed, schema, aliases);
    if (read === null) {
      problem = "Its JSON is nested too deeply.";
      continue;
    }
    if (read.success) return { ok: true, value: read.data };
    problem = read.error.issues
      .slice(0, TOLD_ISSUES)
      .map((issue) => issueWords(issue, read.given))
      .join(" ");
  }
  return { ok: false, problem };
}

/** Null for nonsense like an object in an object ten thousand times over, which overflows the stack. */
function fitted<T>(parsed: unknown, schema: z.ZodType<T>, aliases: Readonly<Record<string, readonly string[]>>) {
  try {
    const given = coerce(parsed, schema, aliases);
    return { ...schema.safeParse(given), given };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An escape can stand for what no database keeps. */
const storable = (_key: string, value: unknown): unknown => (typeof value === "string" ? storableText(value) : value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text, storable);
  } catch {
    try {
      return JSON.parse(jsonrepair(text), storable);
    } catch {
      return undefined;
    }
  }
}
