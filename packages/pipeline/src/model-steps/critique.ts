import { LeaseLost, StepFailure, StepPaused, type StepContext } from "@wayfinder/engine";
import { CRITIC_DIMENSIONS, type Critique, type Finding, type Goal, type Intent, type Roadmap } from "@wayfinder/protocol";
import { conceptsOf, modulesOf } from "@wayfinder/roadmap";
import { askForObject } from "../model/ask.ts";
import type { ModelKit } from "../model/kit.ts";
import { FINDING_KINDS, type CritiqueAnswer } from "../prompts/critique-answer.ts";
import { structureCritiquePrompt } from "../prompts/structure-critique.ts";

/** FEATURES, "Validation". */
const WEIGHTS: Readonly<Record<(typeof CRITIC_DIMENSIONS)[number], number>> = {
  completeness: 0.3,
  progression: 0.25,
  stage_coherence: 0.2,
  module_clarity: 0.15,
  user_alignment: 0.1,
};
const MOST_FINDINGS = 12;
/** Overloads of the critic that are waited for; with full jitter some seconds. */
const TRIES_BEFORE_NONE = 2;

export interface Judged {
  readonly critique: Critique;
  /** How many findings say that the learner would get stuck or miss the goal. */
  readonly serious: number;
}

export const NO_CRITIC: Judged = { critique: { available: false, findings: [] }, serious: 0 };

/** A critic's word on a sound structure. A critic that fails stops nothing: the gate has decided already, and the page says so (PL8). */
export async function critique(
  context: StepContext,
  kit: ModelKit,
  data: { readonly goal: Goal; readonly intent: Intent; readonly roadmap: Roadmap },
): Promise<Judged> {
  try {
    const answer = await askForObject(context, kit, { prompt: structureCritiquePrompt.pinned(data.goal), data, key: "critique" });
    return judged(answer, data.roadmap);
  } catch (error) {
    if (context.signal.aborted || error instanceof LeaseLost || error instanceof StepPaused) throw error;
    // what is no failure of the critic is not hidden; what may pass is tried again before it is done without (PL4)
    if (!(error instanceof StepFailure)) throw error;
    if (!error.lasting && context.step.failures < TRIES_BEFORE_NONE) throw error;
    return NO_CRITIC;
  }
}

/** Only findings of the closed list about things that are there. */
function judged({ scores, findings = [] }: CritiqueAnswer, roadmap: Roadmap): Judged {
  const ids = new Set([
    ...roadmap.stages.map((stage) => stage.stage_id),
    ...modulesOf(roadmap).map((module) => module.module_id),
    ...conceptsOf(roadmap).map((concept) => concept.concept_id),
  ]);
  const kept = findings
    .filter(({ kind }) => (FINDING_KINDS as readonly string[]).includes(kind))
    .slice(0, MOST_FINDINGS)
    .map(({ kind, serious = false, message, ids: named = [] }) => ({
      serious,
      finding: { rule: kind, message, ids: named.filter((id) => ids.has(id)) } satisfies Finding,
    }));
  const given = CRITIC_DIMENSIONS.flatMap((dimension) => {
    const score = scores[dimension];
    return score === undefined || !Number.isFinite(score) ? [] : [[dimension, Math.min(100, Math.max(0, score))] as const];
  });
  const weight = given.reduce((sum, [dimension]) => sum + WEIGHTS[dimension], 0);
  const score = given.reduce((sum, [dimension, value]) => sum + WEIGHTS[dimension] * value, 0) / weight;
  return {
    critique: {
      available: true,
      ...(given.length > 0 ? { score: Math.round(score), dimensions: Object.fromEntries(given) } : {}),
      findings: kept.map(({ finding }) => finding),
    },
    serious: kept.filter((each) => each.serious).length,
  };
}
