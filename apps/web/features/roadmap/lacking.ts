import type { Concept } from "@wayfinder/protocol";

/** What of a concept's content is not there: its text, or a part beside it that could not be written. */
export type Lacking = "text" | "part";

/** What a concept lacks for who opens it now; null where nothing is amiss. */
export function lackingOf({ content: { tutorial, resources, quiz } }: Pick<Concept, "content">): Lacking | null {
  if (tutorial.status !== "ready") return "text";
  return resources.status === "failed" || quiz.status === "failed" ? "part" : null;
}
