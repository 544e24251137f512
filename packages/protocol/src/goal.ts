import { z } from "zod";
import type { BrokenRule } from "./field-error.ts";
import { Day, Language, personText } from "./text.ts";

export const Level = z.enum(["beginner", "intermediate", "advanced"]);
export type Level = z.infer<typeof Level>;

export const ContentPreference = z.enum(["visual", "text", "audio", "hands_on"]);
export type ContentPreference = z.infer<typeof ContentPreference>;

export const RoadmapSource = z.enum(["catalogue", "model"]);
export type RoadmapSource = z.infer<typeof RoadmapSource>;

/** Hours a person gives a week: 1 to 168, the hours a week has. */
export const HoursPerWeek = z.number().min(1).max(168);

/** The body of `POST /api/v1/roadmaps/generate`: a goal and the learner's profile. Unknown fields are refused. */
export const GenerateRequest = z.strictObject({
  goal: personText(1, 2000),
  level: Level,
  hours_per_week: HoursPerWeek,
  background: personText(0, 2000).optional(),
  known_skills: z.array(personText(1, 100)).max(100).optional(),
  deadline: Day.optional(),
  language: Language,
  content_preferences: z.array(ContentPreference).max(4).optional(),
  motivation: personText(0, 2000).optional(),
  extra_context: personText(0, 4000).optional(),
  review: z.boolean().default(false),
  starts_on: Day.optional(),
  timezone: personText(1, 64)
    .refine(isTimeZone, {
      message: "must be an IANA time zone such as Asia/Shanghai",
      params: { rule: "malformed" } satisfies BrokenRule,
    })
    .optional(),
  source: z.enum(["auto", "catalogue", "model"]).default("auto"),
});
export type GenerateRequest = z.infer<typeof GenerateRequest>;

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false; // offsets such as +08:00 know nothing of summer time
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** A request made definite: the start date and source are decided, so that the same goal gives the same bytes (PR6). */
export const Goal = GenerateRequest.omit({ timezone: true, source: true, starts_on: true }).extend({
  starts_on: Day,
  source: RoadmapSource,
  /** What the person answered at the review: all that follows is written with it. */
  answers: z.array(z.object({ question: z.string(), answer: z.string() })).optional(),
  /** The version of each prompt that the task began with, by id: a run in flight and its retries keep theirs. */
  prompts: z.record(z.string(), z.string()).optional(),
});
export type Goal = z.infer<typeof Goal>;
