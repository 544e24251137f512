import { z } from "zod";
import { FrontMatter } from "./front-matter.ts";
import { Quiz } from "./quiz.ts";

/** The dialect that YAML editors read. */
const DIALECT = "draft-7";

const textOf = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { target: DIALECT, io: "input" }), null, 2)}\n`;

/** The JSON Schemas for editors by file name, made from the format's own schemas. */
export const schemaFiles = (): Readonly<Record<string, string>> => ({
  "front-matter.schema.json": textOf(FrontMatter),
  "quiz.schema.json": textOf(Quiz),
});
