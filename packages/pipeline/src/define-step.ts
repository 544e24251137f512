import type { ClaimedStep, Json, StepDefinition, StepResult, Telling, Write } from "@wayfinder/engine";
import type { EventBody, Goal } from "@wayfinder/protocol";

/** A step with its input and output typed. Both go through JSON in between, so they hold plain data only. */
export interface TypedStep<I, O> {
  begin(input: I, step: ClaimedStep): readonly EventBody[];
  run(
    input: I,
    goal: Goal,
    step: ClaimedStep,
  ): Promise<{ output: O; writes?: readonly Write[] }> | { output: O; writes?: readonly Write[] };
  tell(output: O, input: I, step: ClaimedStep): Telling;
  giveUp(message: string, input: I, step: ClaimedStep): Telling & { readonly writes: readonly Write[] };
}

/** A typed step as the engine takes it. The casts hold because the engine gives back what `tell` of the step before asked for. */
export function defineStep<I, O>(typed: TypedStep<I, O>): StepDefinition {
  const input = (step: ClaimedStep) => step.input as I;
  return {
    begin: (step) => typed.begin(input(step), step),
    async run({ step }): Promise<StepResult> {
      const { output, writes } = await typed.run(input(step), step.task.goal, step);
      return { output: output as Json, ...(writes === undefined ? {} : { writes }) };
    },
    tell: (step, output) => typed.tell(output as O, input(step), step),
    giveUp: (step, message) => typed.giveUp(message, input(step), step),
  };
}
