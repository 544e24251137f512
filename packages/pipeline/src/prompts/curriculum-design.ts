import type { Goal, Intent } from "@wayfinder/protocol";
import { OUTLINE_ALIASES, OutlineAnswer } from "../outline/outline-answer.ts";
import { curriculumDesign10 } from "./curriculum-design-1-0.ts";
import { hoursUntilDeadline, learnerData } from "./learner-data.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, dataBlock, type ObjectPrompt } from "./prompt.ts";

export interface DesignData {
  readonly goal: Goal;
  readonly intent: Intent;
}

/** Concepts of short goals take about 2 hours. Long goals are long because of practice: an hour more for every 150 hours of the goal. */
const SHORT_CONCEPT_HOURS = 2;
const HOURS_PER_LONGER_CONCEPT = 150;
const FEWEST_CONCEPTS = 8;
const MOST_WANTED_CONCEPTS = 120;

/** How many concepts are asked for. */
export interface ConceptRange {
  readonly from: number;
  readonly to: number;
}

/** Hours and concepts to ask for: the hours to the deadline, else the goal's likely hours, and as many concepts as they have room for. */
function wantedSize({ goal, intent }: DesignData): ConceptRange & { hours: number } {
  const hours = Math.min(hoursUntilDeadline(goal) ?? Number.POSITIVE_INFINITY, intent.hours.likely);
  return { hours, ...around(roomFor(hours)) };
}

const roomFor = (hours: number): number => Math.round(hours / (SHORT_CONCEPT_HOURS + hours / HOURS_PER_LONGER_CONCEPT));

function around(room: number): ConceptRange {
  const middle = Math.min(MOST_WANTED_CONCEPTS, Math.max(FEWEST_CONCEPTS, room));
  return { from: Math.max(FEWEST_CONCEPTS, Math.round(middle * 0.8)), to: Math.round(middle * 1.2) + 1 };
}

/** How many concepts will be asked for, before it is known how many hours the goal takes: at most as many as the deadline has room for. */
export function likelyConcepts(goal: Goal): ConceptRange {
  const hours = hoursUntilDeadline(goal);
  if (hours === null) return { from: FEWEST_CONCEPTS, to: around(MOST_WANTED_CONCEPTS).to };
  return around(roomFor(hours));
}

const curriculumDesign11: ObjectPrompt<DesignData, OutlineAnswer> = {
  id: "curriculum-design",
  version: "1.1.0",
  role: "architect",
  name: "outline",
  answer: OutlineAnswer,
  aliases: OUTLINE_ALIASES,
  max_output_tokens: 32_000,
  system: [
    "You design curricula. A roadmap has stages, a stage has modules, a module has concepts; a concept is the smallest thing that is studied at one go and can be tested.",
    "Rules:",
    "- Everything is in study order: a prerequisite always comes before what needs it, and is named exactly as it is named in this roadmap.",
    "- Only hard prerequisites are prerequisites, and only the nearest: not what these need themselves. What merely helps goes into `helpful`.",
    "- What the learner knows already is not taught.",
    "- No two concepts say the same. Names are concrete: “JavaScript closures”, never “Advanced topics”.",
    "- Each outcome says what the learner can do at the end and names the concepts that lead there; every concept leads to an outcome.",
    "- Hours are honest for this learner, practice included; between 0.5 and 12 for a concept. Together they come to the hours that are asked for.",
    "- A module has at least two concepts.",
    "- Within every object write `name` first and its list last.",
    "Answer with one JSON object.",
  ].join("\n"),
  render(data) {
    const { goal, intent } = data;
    const { hours, from, to } = wantedSize(data);
    const understood = [
      `Goal as understood: ${intent.parsed_goal}`,
      `Focus: ${intent.focus.join("; ")}`,
      `Gaps: ${intent.skill_gaps.join("; ")}`,
      `Assumptions: ${intent.assumptions.join("; ")}`,
    ].join("\n");
    return [
      learnerData(goal),
      dataBlock("understood", understood),
      `Design the roadmap: ${from} to ${to} concepts, 2 to 6 stages, about ${hours} hours in all. ${answerIn(goal.language)}`,
    ].join("\n\n");
  },
  requirements: [
    "covers the goal: nothing that its outcomes need is missing",
    "prerequisites are right and complete, and come first",
    "nothing that the learner knows is taught",
    "hours fit the learner and add up to what the goal takes",
    "stages and modules have one theme each",
  ],
};

export const curriculumDesignPrompt = promptFamily<ObjectPrompt<DesignData, OutlineAnswer>>(
  curriculumDesign10,
  curriculumDesign11,
);
