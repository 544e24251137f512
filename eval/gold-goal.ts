import { readdirSync, readFileSync } from "node:fs";
import { Goal } from "@wayfinder/protocol";
import { parse } from "yaml";
import { z } from "zod";

const Names = z.array(z.string().trim().min(1)).min(1);

/** A goal as a person would write it, what its roadmap has to hold, and what has to come before what. */
const GoldFile = z.strictObject({
  goal: Goal.shape.goal,
  language: Goal.shape.language,
  level: Goal.shape.level,
  hours_per_week: Goal.shape.hours_per_week,
  known_skills: Goal.shape.known_skills,
  deadline: Goal.shape.deadline,
  /** Concepts without which the goal is not reached, by key: the first name of a language is its own, the others count as it. */
  must: z.record(z.string().regex(/^[a-z0-9-]+$/), z.strictObject({ en: Names, zh: Names })),
  /** Pairs of keys: the first comes before the second in any sensible roadmap. */
  before: z.array(z.tuple([z.string(), z.string()])),
});

/** What counts as a concept. */
export interface Wanted {
  /** What it is called in either language: two concepts with these names are one and the same. */
  readonly own: readonly string[];
  /** Any of these covers it. */
  readonly names: readonly string[];
}

export interface GoldGoal extends Omit<z.infer<typeof GoldFile>, "must"> {
  /** Name of its file. */
  readonly id: string;
  readonly must: ReadonlyMap<string, Wanted>;
}

/** Plans depend on the day they begin; evaluations begin on one day. */
const STARTS_ON = "2027-01-04";

/** The goals of a folder, by name. Throws when a file is not as it has to be. */
export function readGold(folder: URL): GoldGoal[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .toSorted()
    .map((file) => {
      const id = file.slice(0, -".yaml".length);
      const parsed = GoldFile.safeParse(parse(readFileSync(new URL(file, folder), "utf8")));
      if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
      const { must, ...rest } = parsed.data;
      const wanted = new Map(Object.entries(must).map(([key, { en, zh }]) => [key, wantedOf(en, zh)]));
      const strangers = rest.before.flat().filter((key) => !wanted.has(key));
      if (strangers.length > 0) throw new Error(`${file}: no concept is called ${strangers.join(", ")}`);
      return { id, must: wanted, ...rest };
    });
}

const wantedOf = (en: readonly string[], zh: readonly string[]): Wanted => ({
  own: [...en.slice(0, 1), ...zh.slice(0, 1)],
  names: [...en, ...zh],
});

/** The goal as a task of a model has it. */
export const goalOf = ({ goal, language, level, hours_per_week, known_skills, deadline }: GoldGoal): Goal => ({
  goal,
  language,
  level,
  hours_per_week,
  review: false,
  starts_on: STARTS_ON,
  source: "model",
  ...(known_skills === undefined ? {} : { known_skills }),
  ...(deadline === undefined ? {} : { deadline }),
});
