import { StepRefusal, type Decided, type Json, type StepRequest, type Telling, type Waiting } from "@wayfinder/engine";
import { answeredIntent, type Goal, type Intent, type ReviewDecision, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf } from "@wayfinder/roadmap";
import { defineStep } from "../define-step.ts";
import { completed, failedTask, started } from "../progress.ts";
import { contentBegun, contentUnits } from "./content-units.ts";

interface ReviewInput {
  readonly intent: Intent;
  readonly round: number;
}

/** What the journal keeps: the decision on the structure as it stood, by hand edited or not. */
interface Reviewed {
  readonly decision: ReviewDecision;
  readonly roadmap: Roadmap;
}

/** A person's decision: approved, the content is written; else the editor gets their words. Their answers are kept with the goal. */
export function reviewed(decision: ReviewDecision, { input, roadmap }: Waiting): Decided {
  const output: Reviewed = { decision, roadmap };
  const asked = input as unknown as ReviewInput;
  const answers = decision.answers ? { answers: answersOf(answeredIntent(asked.intent, decision.answers)) } : {};
  return { ...told(output, asked), ...answers, output: output as unknown as Json };
}

function told({ decision, roadmap }: Reviewed, { intent, round }: ReviewInput): Telling {
  const { feedback, answers = [], version } = decision;
  const resolved = {
    type: "human_review_resolved",
    decision: decision.decision,
    version,
    ...(feedback === undefined ? {} : { feedback }),
    ...(answers.length === 0 ? {} : { answers }),
  } as const;
  if (decision.decision === "approve")
    return { events: [resolved, completed("human_review"), contentBegun()], next: contentUnits(roadmap) };
  const known = { intent: answeredIntent(intent, answers), round };
  return { events: [resolved, completed("human_review")], next: [editStep({ decision, roadmap }, known)] };
}

/** What the person has answered at this review or an earlier one. */
const answersOf = ({ questions = [] }: Intent): NonNullable<Goal["answers"]> =>
  questions.flatMap(({ question, answer }) => (answer === undefined ? [] : [{ question, answer }]));

/** The editor gets the person's words, their answers and their comments with the names of what they are about. */
function editStep({ decision, roadmap }: Reviewed, { intent, round }: ReviewInput): StepRequest {
  const names = new Map(conceptsOf(roadmap).map((concept) => [concept.concept_id, concept.name]));
  const questions = new Map((intent.questions ?? []).map(({ question_id, question }) => [question_id, question]));
  const wishes = [
    ...(decision.feedback?.trim() ? [decision.feedback.trim()] : []),
    ...(decision.answers ?? []).map(({ question_id, answer }) => `${questions.get(question_id) ?? question_id} — ${answer}`),
    ...(decision.comments ?? []).map(({ concept_id, text }) => `About ${concept_id} (${names.get(concept_id) ?? "?"}): ${text}`),
  ];
  const input = { roadmap, intent, round, automatic: 0, before: null, findings: [], wishes };
  return { path: `roadmap_edit/${round}`, name: "roadmap_edit", input: input as unknown as Json };
}

/** A person decides, no worker; a worker only tells a decision that the journal holds, when the task is tried again (PL7). */
export const humanReview = defineStep<ReviewInput, Reviewed>({
  begin: () => [started("human_review")],
  run() {
    throw new StepRefusal("A review is decided by a person.");
  },
  tell: told,
  giveUp: (message) => ({ events: failedTask("human_review", message), next: [], writes: [] }),
});
