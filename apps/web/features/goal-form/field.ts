import type { Problem } from "@wayfinder/protocol";
import type { Draft } from "./draft.ts";

/** The fields that can be wrong, in the order they stand on the page; each is also the id of its control. */
export const FIELDS = [
  "goal",
  "level",
  "background",
  "known_skills",
  "hours_per_week",
  "deadline",
  "language",
  "content_preferences",
  "motivation",
  "extra_context",
] as const;
export type Field = (typeof FIELDS)[number];

/** What the API takes at most: characters of a text, of the extra context and of a skill; skills; hours, as many as a week has. */
export const LIMITS = { text: 2000, extra: 4000, skill: 100, skills: 100, hours: 168 };

/** The fields of a draft that cannot be sent, in page order; the same as the protocol's GenerateRequest refuses. `today` is `YYYY-MM-DD`. */
export function wrongFields(draft: Draft, today: string): Field[] {
  const hours = draft.hours_per_week;
  const wrong: Partial<Record<Field, boolean>> = {
    goal: draft.goal.trim() === "" || !isText(draft.goal, LIMITS.text),
    background: !isText(draft.background, LIMITS.text),
    known_skills:
      draft.known_skills.length > LIMITS.skills ||
      draft.known_skills.some((skill) => skill.trim() === "" || !isText(skill, LIMITS.skill)),
    hours_per_week: hours === null || !(hours >= 1 && hours <= LIMITS.hours),
    deadline: draft.finish === "date" && !(draft.deadline > today),
    motivation: !isText(draft.motivation, LIMITS.text),
    extra_context: !isText(draft.extra_context, LIMITS.extra),
  };
  return FIELDS.filter((field) => wrong[field]);
}

function isText(typed: string, most: number): boolean {
  const text = typed.trim();
  return text.length <= most && text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
}

/** The fields a refusal names, in page order. */
export function refusedFields(problem: Problem): Field[] {
  const named = new Set(problem.errors?.map(({ path }) => path.split(".")[0]));
  return FIELDS.filter((field) => named.has(field));
}
