import { OUTLINE_ALIASES, OutlineAnswer } from "../outline/outline-answer.ts";
import type { DesignData } from "./curriculum-design.ts";
import { hoursUntilDeadline, learnerData } from "./learner-data.ts";
import { answerIn, dataBlock, type ObjectPrompt } from "./prompt.ts";

/** A concept of the catalogue takes 2 to 4 hours; size follows the hours there are. */
const HOURS_PER_CONCEPT = 3;
const FEWEST_CONCEPTS = 8;
const MOST_WANTED_CONCEPTS = 120;

/** How many concepts to ask for: as many as the hours to the deadline, else the goal's likely hours, have room for. */
function wantedConcepts({ goal, intent }: DesignData): { from: number; to: number } {
  const hours = Math.min(hoursUntilDeadline(goal) ?? Number.POSITIVE_INFINITY, intent.hours.likely);
  const middle = Math.min(MOST_WANTED_CONCEPTS, Math.max(FEWEST_CONCEPTS, Math.round(hours / HOURS_PER_CONCEPT)));
  return { from: Math.max(FEWEST_CONCEPTS, Math.round(middle * 0.8)), to: Math.round(middle * 1.2) + 1 };
}

/** The first version: it kept the hours of the goal to itself, and asked for too few concepts of short goals. */
export const curriculumDesign10: ObjectPrompt<DesignData, OutlineAnswer> = {
  id: "curriculum-design",
  version: "1.0.0",
  role: "architect",
  name: "outline",
  answer: OutlineAnswer,
  aliases: OUTLINE_ALIASES,
  max_output_tokens: 32_000,
  system: [
    "You design curricula. A roadmap has stages, a stage has modules, a module has concepts; a concept is the smallest thing that is studied at one go and can be tested.",
    "Rules:",
    "- Everything is in study order: a prerequisite always comes before what needs it, and is named exactly as it is named in this roadmap.",
    "- Only hard prerequisites are prerequisites; what merely helps goes into `helpful`.",
    "- What the learner knows already is not taught.",
    "- No two concepts say the same. Names are concrete: “JavaScript closures”, never “Advanced topics”.",
    "- Each outcome says what the learner can do at the end and names the concepts that lead there; every concept leads to an outcome.",
    "- Hours are honest for this learner, practice included; between 0.5 and 12 for a concept.",
    "- Within every object write `name` first and its list last.",
    "Answer with one JSON object.",
  ].join("\n"),
  render(data) {
    const { goal, intent } = data;
    const { from, to } = wantedConcepts(data);
    const understood = [
      `Goal as understood: ${intent.parsed_goal}`,
      `Focus: ${intent.focus.join("; ")}`,
      `Gaps: ${intent.skill_gaps.join("; ")}`,
      `Assumptions: ${intent.assumptions.join("; ")}`,
    ].join("\n");
    return [
      learnerData(goal),
      dataBlock("understood", understood),
      `Design the roadmap: ${from} to ${to} concepts, 2 to 6 stages. ${answerIn(goal.language)}`,
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
