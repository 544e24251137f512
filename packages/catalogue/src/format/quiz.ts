import { z } from "zod";
import { Texts } from "./front-matter.ts";

/** Code and numbers stand unquoted where they read as they are written. */
const Shown = z.union([z.string().min(1), z.number(), z.boolean()]);
const Misconception = Texts.describe("What a person believes who picks it, in both languages");

const bilingual = { en: Shown, zh: Shown };
const right = { right: z.literal(true).describe("A key") };
const wrong = { misconception: Misconception };

const Option = z
  .union([
    z.strictObject({ ...bilingual, ...right }),
    z.strictObject({ ...bilingual, ...wrong }),
    z.strictObject({ both: Shown.describe("One text for both languages: code, a number"), ...right }),
    z.strictObject({ both: Shown.describe("One text for both languages: code, a number"), ...wrong }),
  ])
  .describe("A key has right: true, every other option the misconception of who picks it");

const item = {
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  tests: z
    .array(z.string().regex(/^o\d+$/))
    .min(1)
    .describe("Ids of the outcomes that it tests"),
  en: z.string().min(1),
  zh: z.string().min(1),
  explain: Texts.describe("Why the key is right; it does not repeat the key. At least 8 English words"),
};

const Choice = z.strictObject({
  ...item,
  type: z.enum(["single", "multiple"]).describe("single has one key; multiple at least two keys and one wrong option"),
  options: z.array(Option).min(3).max(5),
});

const TrueFalse = z.strictObject({
  ...item,
  type: z.literal("true-false"),
  answer: z.boolean(),
  misconception: Misconception,
});

/** The list in the YAML block that ends a concept's file. */
export const Quiz = z
  .array(z.union([Choice, TrueFalse]))
  .min(3)
  .describe("At least three items; aim at five, every outcome tested")
  .meta({ title: "Quiz of a concept" });
