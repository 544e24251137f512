import type { Concept, Difficulty, Hours } from "@wayfinder/protocol";
import type { ConceptAnswer } from "./outline-answer.ts";

/** When the model says nothing, or nonsense. */
const USUAL_HOURS = 2;
/** Low and high around the likely hours of somebody else's estimate; the spread of the catalogue's own concepts. */
const LOW_SHARE = 0.7;
const HIGH_SHARE = 1.6;

/** A concept out of a model's words; its id and its edges are still to come. */
export function draftConcept(answer: ConceptAnswer): Concept {
  return {
    concept_id: "",
    name: answer.name,
    description: answer.description?.trim() || answer.outcomes?.[0]?.trim() || answer.name,
    hours: hoursOf(answer.hours),
    difficulty: difficultyOf(answer.difficulty),
    prerequisites: [],
    outcomes: clean(answer.outcomes),
    keywords: clean(answer.keywords),
    content: { tutorial: { status: "pending" }, resources: { status: "pending" }, quiz: { status: "pending" } },
  };
}

const clean = (texts: readonly string[] | undefined): string[] => [
  ...new Set((texts ?? []).map((text) => text.trim()).filter((text) => text !== "")),
];

/** What the gate allows for one concept: the grain of the plan, and four working weeks. */
const [LEAST_HOURS, MOST_HOURS] = [0.25, 160];
const quarter = (hours: number): number =>
  Math.min(MOST_HOURS, Math.max(LEAST_HOURS, Math.round(Math.min(hours, MOST_HOURS) * 4) / 4));

/** Whether hours that a model gave are such that a concept can take; others are replaced or clamped (PR7). */
export const areHoursUsable = (hours: number): boolean => hours > 0 && hours <= MOST_HOURS;

function hoursOf(hours: number | undefined): Hours {
  const likely = quarter(hours !== undefined && Number.isFinite(hours) && hours > 0 ? hours : USUAL_HOURS);
  return { low: quarter(likely * LOW_SHARE), likely, high: quarter(likely * HIGH_SHARE) };
}

/** Hard and easy words in both languages; whatever else is said counts as medium. */
function difficultyOf(word: string | undefined): Difficulty {
  if (/easy|begin|basic|intro|简单|初|基础/i.test(word ?? "")) return "easy";
  return /hard|advanc|expert|difficult|困难|高级|难/i.test(word ?? "") ? "hard" : "medium";
}
