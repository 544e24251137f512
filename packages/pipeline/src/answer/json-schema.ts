import { z } from "zod";

/** JSON Schema (draft 2020-12) of what a model is asked for; its parts written where they stand. */
export type AnswerSchema = z.core.JSONSchema.BaseSchema;

const made = new WeakMap<z.ZodType, AnswerSchema>();

/** The JSON Schema of an answer, made once for each schema. */
export function jsonSchemaOf(answer: z.ZodType): AnswerSchema {
  const known = made.get(answer);
  if (known) return known;
  const schema = z.toJSONSchema(answer, { io: "input", unrepresentable: "any", reused: "inline" }) as AnswerSchema;
  made.set(answer, schema);
  return schema;
}
