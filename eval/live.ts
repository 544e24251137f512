import type { Catalogue } from "@wayfinder/catalogue";
import type { Model, Models } from "@wayfinder/pipeline";
import { ModelRun } from "@wayfinder/pipeline/testing/model-run";
import { goalOf, type GoldGoal } from "./gold-goal.ts";
import { compareRoadmaps, type Verdict } from "./judge.ts";
import { oneShotRoadmap } from "./one-shot.ts";
import { outlineMarkdown } from "./outline-markdown.ts";
import { scoreRoadmap, type Score } from "./score.ts";

export interface LiveResult {
  readonly scores: ReadonlyMap<string, Score>;
  readonly verdicts: ReadonlyMap<string, Verdict | null>;
}

interface LiveInput {
  readonly models: Models;
  readonly catalogue: Catalogue;
  readonly gold: readonly GoldGoal[];
  readonly signal: AbortSignal;
  say(line: string): void;
}

const USER = "evaluation";

/**
 * Generates the structure of each goal with the configured models, scores it, and lets the critic's model compare it with what the
 * architect's model writes when it is simply asked. One goal after the other; what fails is a result with words.
 */
export async function evaluateLive({ models, catalogue, gold, signal, say }: LiveInput): Promise<LiveResult> {
  const [architect, critic] = await Promise.all([
    models.modelFor({ user_id: USER, role: "architect" }),
    models.modelFor({ user_id: USER, role: "critic" }),
  ]);
  if (!architect || !critic) throw new Error("No model is configured.");
  const scores = new Map<string, Score>();
  const verdicts = new Map<string, Verdict | null>();
  for (const goal of gold) {
    signal.throwIfAborted();
    const { score, markdown } = await structureOf(goal, { models, catalogue });
    scores.set(goal.id, score);
    const verdict = markdown === null ? null : await verdictOn({ goal, markdown, architect, critic, signal });
    verdicts.set(goal.id, verdict);
    say(`${goal.id}: ${score.ok ? `${score.concepts} concepts` : score.problem}; against one-shot: ${verdict ?? "not judged"}`);
  }
  return { scores, verdicts };
}

/** Runs the real steps up to the review, which nobody answers: no content is written or paid for. */
async function structureOf(gold: GoldGoal, { models, catalogue }: Pick<LiveInput, "models" | "catalogue">) {
  const run = new ModelRun({ catalogue, answer: () => "", kit: { models } });
  const events = await run.toEnd({ ...goalOf(gold), review: true });
  const last = events.at(-1);
  if (last?.type === "failed") return { score: { ok: false, problem: last.error.message } as const, markdown: null };
  const repairs = events.flatMap((event) => (event.type === "validation_result" ? event.repairs : []));
  const findings = events.findLast((event) => event.type === "validation_result")?.findings ?? [];
  const roadmap = run.roadmap();
  return {
    score: { ok: true, ...scoreRoadmap({ roadmap, repairs, findings }, gold) } as const,
    markdown: outlineMarkdown(roadmap),
  };
}

interface Judged {
  readonly goal: GoldGoal;
  readonly markdown: string;
  readonly architect: Model;
  readonly critic: Model;
  readonly signal: AbortSignal;
}

/** Null where the one-shot answer or the judge failed: that says nothing about the roadmap. */
async function verdictOn({ goal, markdown, architect, critic, signal }: Judged): Promise<Verdict | null> {
  const asked = goalOf(goal);
  try {
    const other = await oneShotRoadmap(architect, asked, signal);
    return await compareRoadmaps(critic, { ours: markdown, other }, { goal: asked, signal });
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
