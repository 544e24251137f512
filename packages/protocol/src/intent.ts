import { z } from "zod";
import { Difficulty, Hours } from "./roadmap.ts";
import { Id } from "./text.ts";

export const PathType = z.enum(["quick_start", "deep_dive", "career_transition", "skill_upgrade"]);
export type PathType = z.infer<typeof PathType>;

/** What we understood of a goal. */
export const Intent = z.object({
  parsed_goal: z.string().min(1),
  path_type: PathType,
  difficulty: Difficulty,
  hours: Hours,
  key_technologies: z.array(z.string()),
  focus: z.array(z.string()),
  profile_summary: z.string(),
  skill_gaps: z.array(z.string()),
  suggestions: z.array(z.string()),
  assumptions: z.array(z.string()),
  known: z.array(z.object({ id: Id, title: z.string() })),
  targets: z.array(Id).min(1),
  /** What we would like to know; answered at the review, if at all. */
  questions: z
    .array(
      z.object({
        question_id: Id,
        question: z.string().min(1),
        options: z.array(z.string()).optional(),
        answer: z.string().optional(),
      }),
    )
    .optional(),
});
export type Intent = z.infer<typeof Intent>;
