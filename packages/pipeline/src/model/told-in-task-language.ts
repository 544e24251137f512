import { StepFailure, type StepContext } from "@wayfinder/engine";
import { callFailed } from "../failure-words.ts";
import { ModelError, type ModelErrorKind } from "./model-error.ts";

/** What reaches for a model, and whether with a person's own key. */
interface Reaching<T> {
  readonly own_key: boolean;
  readonly work: () => Promise<T>;
}

/**
 * Does what reaches for a model; its ModelError leaves with words in the language of the task, all else about it as it was (PL4). So does
 * the word that an earlier call was refused for good, which the engine gives and which knows the kind by its code.
 */
export async function toldInTaskLanguage<T>({ step }: StepContext, { own_key, work }: Reaching<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const kind = kindOf(error);
    // a kind that another version of the program has stored may have no words here
    const words = (kind && callFailed(step.task.goal.language, { kind, own_key })) ?? null;
    if (kind === null || words === null) throw error;
    const { retry_after_ms, possibly_billed } = error as StepFailure;
    throw new ModelError(kind, words, { cause: error, retry_after_ms, possibly_billed });
  }
}

function kindOf(error: unknown): ModelErrorKind | null {
  if (error instanceof ModelError) return error.kind;
  return error instanceof StepFailure ? (error.standing as ModelErrorKind | null) : null;
}
