import type { Goal } from "@wayfinder/protocol";
import { nameKey, nearNameKey } from "@wayfinder/roadmap";

/** Tells whether a concept's name says what the person knows already (PR3), exactly or nearly. */
export function knownSkills({ known_skills = [] }: Pick<Goal, "known_skills">): (name: string) => boolean {
  const exact = new Set(known_skills.map(nameKey));
  const near = new Set(known_skills.map(nearNameKey));
  return (name) => exact.has(nameKey(name)) || near.has(nearNameKey(name));
}
