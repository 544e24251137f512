import { Level, ResourceKind } from "@wayfinder/protocol";
import { z } from "zod";

/** A text in both languages. */
export const Texts = z
  .strictObject({
    en: z.string().min(1).describe("English, British spelling in prose"),
    zh: z.string().min(1).describe("中文，不是逐句翻译"),
  })
  .describe("The text in both languages; quote it when it holds a comma, `: ` or ` #`");

const Aliases = z.array(z.string().min(1)).min(3);

const Outcome = z
  .strictObject({
    id: z.string().regex(/^o\d+$/),
    en: z.string().min(1).describe("At most 18 words"),
    zh: z.string().min(1).describe("不超过 40 个汉字"),
  })
  .describe("Begins with a verb one can watch: calculate, write, predict, fix, choose");

const Requirement = z.strictObject({
  id: z.string().describe("The id of another concept"),
  kind: z
    .enum(["hard", "soft"])
    .describe("hard: the text cannot be followed without it; soft: it helps and may be skipped. Direct edges only"),
});

const Resource = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  kind: ResourceKind,
  lang: z.enum(["en", "zh"]),
  find: z.string().min(1).describe("What to type into a search, or to run"),
  url: z
    .url({ protocol: /^https$/ })
    .optional()
    .describe("Only if it is certain, and on a host of the linter's list"),
});

const quarter = z.number().positive().multipleOf(0.25);

/** The front matter of a concept's file: what an editor can check while it is typed. The linter knows more (FORMAT.md). */
export const FrontMatter = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .max(40)
      .describe("The file's name without .md, unique over all domains, never changed once published"),
    title: Texts.describe("In sentence case; the same as in MAP.md"),
    aliases: z
      .strictObject({ en: Aliases, zh: Aliases })
      .describe("What people type, at least three a language, spelling mistakes welcome; an alias names one concept only"),
    domain: z.string().min(1).describe("The folder; as in MAP.md"),
    module: z.string().min(1).describe("As in MAP.md"),
    kind: z.enum(["concept", "project"]),
    tags: z.array(z.string().regex(/^[^A-Z]+$/)).describe("Lower-case English"),
    level: Level,
    hours: z
      .strictObject({
        low: quarter.describe("For someone who half knows it: 0.4 to 0.85 of likely"),
        likely: quarter.describe("Reading, exercise, quiz and one resource"),
        high: quarter.describe("For a careful newcomer: 1.25 to 2 times likely"),
      })
      .describe("In steps of a quarter of an hour"),
    value: z.int().min(1).max(5).default(3).describe("How much a learner loses without it; 5 is never left out of a plan"),
    outcomes: z.array(Outcome).min(3).max(6),
    requires: z.array(Requirement),
    resources: z.array(Resource).min(2).describe("At least one in each language"),
    sources: z.array(z.string().min(1)).min(1).describe("What the facts were checked against"),
    checked: z.strictObject({
      on: z.iso.date(),
      with: z.string().min(1).describe("The versions on which the code was run"),
    }),
  })
  .meta({ title: "Front matter of a concept" });
