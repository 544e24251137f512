import { jsonrepair } from "jsonrepair";
import type { z } from "zod";
import { coerce } from "./coerce.ts";
import { objectTexts } from "./object-texts.ts";

export type ReadAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

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
    const read = schema.safeParse(coerce(parsed, schema, aliases));
    if (read.success) return { ok: true, value: read.data };
    problem = read.error.issues
      .slice(0, TOLD_ISSUES)
      .map(({ path, message }) => `${path.join(".") || "the object"}: ${message}.`)
      .join(" ");
  }
  return { ok: false, problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(jsonrepair(text));
    } catch {
      return undefined;
    }
  }
}
