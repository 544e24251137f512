import type { StepContext } from "@wayfinder/engine";
import { callFailed } from "../failure-words.ts";
import { ModelError } from "./model-error.ts";

/** Does what reaches for a model; its ModelError leaves with words in the language of the task, all else about it as it was (PL4). */
export async function toldInTaskLanguage<T>({ step }: StepContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const words = callFailed(step.task.goal.language, error.kind);
    if (words === null) throw error;
    const { kind, retry_after_ms, possibly_billed } = error;
    throw new ModelError(kind, words, { cause: error, retry_after_ms, possibly_billed });
  }
}
