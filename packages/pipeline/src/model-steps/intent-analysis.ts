import { shortened, TEXT_LIMITS, type Difficulty, type Goal, type Intent, type PathType } from "@wayfinder/protocol";
import { identifierOf, uniqueIdentifier } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { askForObject } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { completed, failedTask, started } from "../progress.ts";
import { intentAnalysisPrompt, type IntentAnswer } from "../prompts/intent-analysis.ts";

/** Questions beyond these are more than anybody answers before a start. */
const MOST_QUESTIONS = 3;
const MOST_LINES = 12;
/** What a goal takes when the model does not say: a term's course. */
const USUAL_HOURS = 60;
/** A goal's hours around the likely ones, as for concepts. */
const LOW_SHARE = 0.7;
const HIGH_SHARE = 1.6;

/** What is meant, by a model: parsed goal, gaps, assumptions that the person can correct, questions for the review. */
export const intentAnalysis = (kit: ModelKit) =>
  defineStep<null, { intent: Intent }>({
    begin: () => [started("intent_analysis")],
    async run(_, goal, context) {
      const answer = await askForObject(context, kit, { prompt: intentAnalysisPrompt.pinned(goal), data: goal, key: "intent" });
      return { output: { intent: intentOf(answer, goal) } };
    },
    tell: ({ intent }) => ({
      events: [{ type: "intent_ready", intent }, completed("intent_analysis")],
      next: [{ path: "curriculum_design", name: "curriculum_design", input: { intent } }],
    }),
    giveUp: (message) => ({ events: failedTask("intent_analysis", message), next: [], writes: [] }),
  });

/** The typed intent; what the person said themselves is never taken from the model. */
function intentOf(answer: IntentAnswer, goal: Goal): Intent {
  const likely = clampHours(answer.hours ?? USUAL_HOURS);
  const taken = new Set<string>();
  const idOf = (text: string, otherwise: string): string => {
    const id = uniqueIdentifier(identifierOf(text) || otherwise, taken);
    taken.add(id);
    return id;
  };
  const questions = (answer.questions ?? []).slice(0, MOST_QUESTIONS).map(({ question, options }) => ({
    question_id: idOf(question.slice(0, 40), "question"),
    question,
    ...(options && options.length > 0 ? { options: lines(options) } : {}),
  }));
  return {
    parsed_goal: headline(answer.parsed_goal),
    path_type: pathTypeOf(answer.path_type),
    difficulty: difficultyOf(answer.difficulty, goal),
    hours: { low: Math.round(likely * LOW_SHARE), likely, high: Math.round(likely * HIGH_SHARE) },
    key_technologies: lines(answer.key_technologies),
    focus: lines(answer.focus),
    profile_summary: answer.profile_summary ?? "",
    skill_gaps: lines(answer.skill_gaps),
    suggestions: lines(answer.suggestions),
    assumptions: lines(answer.assumptions),
    known: (goal.known_skills ?? []).map((title) => ({ id: idOf(title, "skill"), title })),
    targets: [idOf(answer.parsed_goal, "goal")],
    ...(questions.length > 0 ? { questions } : {}),
  };
}

/** One line as long as a heading may be: twelve words were asked for, and whoever writes more says the goal first. */
const headline = (text: string): string => shortened(text.replaceAll(/\s+/g, " "), TEXT_LIMITS.name);

const lines = (texts: readonly string[] | undefined): string[] =>
  [...new Set((texts ?? []).map((text) => text.trim()).filter((text) => text !== ""))].slice(0, MOST_LINES);

/** Between an evening and five working years. */
const clampHours = (hours: number): number =>
  Number.isFinite(hours) ? Math.min(10_000, Math.max(3, Math.round(hours))) : USUAL_HOURS;

function pathTypeOf(word = ""): PathType {
  if (/quick|start|快速/i.test(word)) return "quick_start";
  if (/career|transition|转/i.test(word)) return "career_transition";
  return /upgrade|skill|提升/i.test(word) ? "skill_upgrade" : "deep_dive";
}

function difficultyOf(word: string | undefined, { level }: Goal): Difficulty {
  if (/easy|简单/i.test(word ?? "")) return "easy";
  if (/medium|中/i.test(word ?? "")) return "medium";
  if (/hard|difficult|难/i.test(word ?? "")) return "hard";
  return ({ beginner: "easy", intermediate: "medium", advanced: "hard" } as const)[level];
}
