import type { Goal } from "@wayfinder/protocol";
import type { ScriptedStep } from "../scripted-step.ts";

/** An answer that must be taken at once, and what has to be read out of it at least. */
interface Accepted {
  readonly answer: string;
  readonly gives?: unknown;
}

/** An answer that must be sent back, and the words that tell the model why. */
interface Refused {
  readonly answer: string;
  readonly says: RegExp;
}

/** What a prompt is asked with, and answers whose fate is known: any version of the prompt has to keep to it. */
export interface GoldenCase {
  readonly name: string;
  readonly goal: Goal;
  /** Asks as the step does: same prompt, same data, same objections. */
  ask(step: ScriptedStep): Promise<unknown>;
  readonly accepted: readonly Accepted[];
  readonly refused: readonly Refused[];
}

/** Text of an answer that is an object. */
export const json = (answer: unknown): string => JSON.stringify(answer);
