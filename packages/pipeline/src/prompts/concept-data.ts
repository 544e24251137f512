import type { Goal } from "@wayfinder/protocol";
import { learnerData } from "./learner-data.ts";
import { dataBlock } from "./prompt.ts";

/** A concept with its place in the roadmap: all that whoever writes its content knows of it. */
export interface ConceptData {
  readonly concept: {
    readonly concept_id: string;
    readonly name: string;
    readonly description: string;
    readonly difficulty: string;
    readonly hours: number;
    readonly outcomes: readonly string[];
    readonly keywords: readonly string[];
  };
  readonly roadmap_title: string;
  readonly stage: string;
  readonly module: string;
  /** Names of what was learned before and is needed here, and of what comes next. */
  readonly builds_on: readonly string[];
  readonly leads_to: readonly string[];
}

export interface ContentData {
  readonly goal: Goal;
  readonly place: ConceptData;
  /** What the person wants of a new version, and the version there is. */
  readonly instruction?: string;
  readonly previous?: string;
}

/** Enough of an earlier version to improve on it. */
const PREVIOUS_CHARACTERS = 20_000;

/** The data blocks of a content prompt. */
export function contentData({ goal, place, instruction, previous }: ContentData): string {
  const { concept } = place;
  const about = [
    `Concept: ${concept.name}`,
    `What it is: ${concept.description}`,
    `Place: ${place.roadmap_title} › ${place.stage} › ${place.module}`,
    `Difficulty: ${concept.difficulty}; about ${concept.hours} hours with practice`,
    concept.outcomes.length > 0 ? `Afterwards the learner can: ${concept.outcomes.join("; ")}` : "",
    concept.keywords.length > 0 ? `Keywords: ${concept.keywords.join(", ")}` : "",
    place.builds_on.length > 0 ? `Learned before: ${place.builds_on.join("; ")}` : "",
    place.leads_to.length > 0 ? `Comes next, so leave it out: ${place.leads_to.join("; ")}` : "",
  ];
  return [
    learnerData(goal),
    dataBlock("concept", about.filter((line) => line !== "").join("\n")),
    previous === undefined ? "" : dataBlock("previous_version", previous.slice(0, PREVIOUS_CHARACTERS)),
    instruction === undefined ? "" : dataBlock("wish_for_the_new_version", instruction),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
